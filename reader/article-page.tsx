import { wordsIn } from "@/domain/document/parts";
import { absolute, articlePath, editionPath } from "@/domain/publishing/address";
import { type EditionView, latestEdition, retractionOf } from "@/domain/publishing/edition";
import { scriptOf } from "@/domain/publishing/script";
import { type Anchored, headingsOf } from "./anchors";
import { ArticleHead } from "./article-head";
import { CiteThis } from "./cite-this";
import { Contents } from "./contents";
import { Corrections, OlderEdition, Retraction } from "./corrections";
import { Document, type Head } from "./document";
import { Editions } from "./editions";
import { citationsIn } from "./places";
import type { Setting } from "./setting";
import { Sources } from "./sources";
import { editionForms, pageForms } from "./record/machine-links";
import { newsArticle } from "./structured-data";
import { draw } from "./text";

/**
 * One edition as a page. The latest one's is the article's page too; An
 * older edition says that it is one, and a retracted article says so on every page of it.
 */
export function ArticlePage(props: { view: EditionView; style: string }) {
  const { view, style } = props;
  const headings = headingsOf(view.parts);
  const setting = settingOf(view, headings);
  const retraction = retractionOf(view);
  const script = scriptOf(`${view.title} ${view.parts.map((part) => part.textContent).join(" ")}`);
  const atTop = view.site.looks?.corrections === "top";
  const words = view.parts.reduce((sum, part) => sum + (part.type.name === "front" ? 0 : wordsIn(part)), 0);
  return (
    <Document site={view.site} script={script} head={headOf(view, setting, words)} style={style}>
      <main className={retraction ? "page retracted" : "page"}>
        <article>
          <Retraction view={view} />
          <OlderEdition view={view} />
          {atTop && <Corrections view={view} />}
          <ArticleHead view={view} setting={setting} words={words} />
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
    links: view.links,
  };
}

function headOf(view: EditionView, setting: Setting, words: number): Head {
  const { site } = view;
  const latest = latestEdition(view);
  const retracted = retractionOf(view) !== null;
  const canonical = absolute(site.baseUrl, articlePath(latest.slug));
  const before = view.editions.find(({ number }) => number === view.number - 1);
  return {
    title: `${retracted ? "Retracted: " : ""}${view.title} · ${site.name}`,
    description: view.standfirst,
    running: { title: view.title, address: absolute(site.baseUrl, editionPath(view.slug, view.number)) },
    canonical,
    unlisted: retracted || view.number < latest.number,
    graph: [
      ["og:type", "article"],
      ["og:title", view.title],
      ...(view.standfirst ? [["og:description", view.standfirst] as const] : []),
      ["og:site_name", site.name],
      ["og:url", canonical],
      ["article:published_time", view.editions[0]?.publishedAt ?? view.publishedAt],
      ["article:modified_time", view.publishedAt],
    ],
    links: [
      ...(view.number < latest.number ? [{ rel: "latest-version", href: articlePath(latest.slug) }] : []),
      ...(before ? [{ rel: "predecessor-version", href: editionPath(before.slug, before.number) }] : []),
      ...pageForms(view).map(({ rel, type, href, title }) => ({ rel, type, href, title })),
    ],
    data: newsArticle(view, setting.citations, words),
  };
}
