import { picturesIn } from "@/domain/document/pictures";
import { wordsIn } from "@/domain/document/parts";
import { claimNodeOf } from "@/domain/publishing/claim";
import type { Around } from "@/domain/publishing/around";
import { type EditionView, retractionOf } from "@/domain/publishing/edition";
import { settingOf as scriptOf } from "@/domain/publishing/language";
import { type Anchored, headingsOf } from "./anchors";
import { ArticleHead } from "./article-head";
import { articleMeta } from "./article-meta";
import { CiteThis } from "./cite-this";
import { Contents } from "./contents";
import { Corrections, OlderEdition, Retraction } from "./corrections";
import { Document } from "./document";
import { Editions } from "./editions";
import { NoteBox } from "./note-box";
import { citationsIn } from "./places";
import type { Setting } from "./setting";
import { Sources } from "./sources";
import { editionForms } from "./record/machine-links";
import { draw } from "./text";

/**
 * One edition as a page. The latest one's is the article's page too; an older edition says that it is one, and a retracted
 * article says so on every page of it. `notes` is the address of the one script, asked for where something is cited.
 */
export function ArticlePage(props: { view: EditionView; around: Around; style: string; notes: string }) {
  const { view, around, style, notes } = props;
  const headings = headingsOf(view.parts);
  const setting = settingOf(view, headings);
  const retraction = retractionOf(view);
  const claim = claimNodeOf(view.parts[0]);
  const script = scriptOf(around.locale, `${view.title} ${view.parts.map((part) => part.textContent).join(" ")}`);
  const atTop = view.site.looks?.corrections === "top";
  const words = view.parts.reduce((sum, part) => sum + (part.type.name === "front" ? 0 : wordsIn(part)), 0);
  return (
    <Document
      site={view.site}
      script={script}
      head={articleMeta({ view, around, script, citations: setting.citations, words })}
      style={style}
      runs={setting.citations.drawn.size > 0 ? notes : undefined}
    >
      <main className={retraction ? "page retracted" : "page"}>
        <article>
          <Retraction view={view} />
          <OlderEdition view={view} />
          {atTop && <Corrections view={view} />}
          <ArticleHead {...{ view, around, setting, words }} />
          {claim && draw(claim, setting)}
          <div className="text">
            <Contents headings={headings} sources={setting.citations.entries.length > 0} />
            <div className="prose">
              {view.parts.map((part, index) =>
                part.type.name === "section" ? <Part key={index} {...{ part, setting }} /> : null,
              )}
            </div>
            {!atTop && <Corrections view={view} />}
            <Sources setting={setting} />
          </div>
          <CiteThis cite={view.citations?.cite ?? []} forms={editionForms(view)} />
          <Editions view={view} />
          <NoteBox citations={setting.citations} />
        </article>
      </main>
    </Document>
  );
}

const Part = ({ part, setting }: { part: EditionView["parts"][number]; setting: Setting }) => draw(part, setting);

function settingOf(view: EditionView, headings: readonly Anchored[]): Setting {
  return {
    citations: citationsIn(view.parts, view.references, view.citations),
    anchors: new Map(headings.map(({ heading, anchor }) => [heading, anchor])),
    firstPicture: picturesIn(view.parts)[0]?.figure ?? null,
    links: view.links,
  };
}
