import type { Node } from "prosemirror-model";
import { editionPath } from "@/domain/publishing/address";
import { dayOf, editionName } from "@/domain/publishing/dates";
import { citationChanges } from "@/domain/publishing/citation-changes";
import type { EditionView } from "@/domain/publishing/edition";
import { scriptOf } from "@/domain/publishing/script";
import { compareParts, sizeOf } from "@/domain/review/compare";
import { ChangedBlocks } from "./changed-blocks";
import { ChangedCitations } from "./changed-citations";
import { RecordPage } from "./page";

/** What changed from one edition to the next: word by word, and citation by citation; told by more than colour. */
export function ChangesPage({ before, view, style }: { before: EditionView; view: EditionView; style: string }) {
  const sections = comparedSections(before.parts, view.parts);
  const citations = citationChanges(before, view);
  const all = sections.flatMap(({ changes }) => changes);
  const { added, removed } = sizeOf(all);
  const isSame = added + removed + citations.length === 0 && all.every(({ kind }) => kind === "same");
  return (
    <RecordPage
      view={view}
      called="What changed"
      style={style}
      lead={
        <>
          From the <a href={editionPath(before.slug, before.number)}>{editionName(before.number).toLowerCase()}</a> of{" "}
          {dayOf(before.publishedAt)} to this one of {dayOf(view.publishedAt)}:{" "}
          {isSame
            ? "not a word."
            : `${counted(added, "word")} added, ${counted(removed, "word")} taken out, ${counted(citations.length, "citation")} changed.`}
        </>
      }
    >
      {view.note && (
        <section>
          <h2>{noteTitles[view.kind]}</h2>
          <p>{view.note}</p>
        </section>
      )}
      {sections.some(({ changes }) => changes.some(({ kind }) => kind !== "same")) && (
        <section>
          <h2>In the text</h2>
          <p className="key">
            <ins>Added words</ins> are underlined, <del>words taken out</del> are struck through.
          </p>
          <div className="diff" {...directionOf(view)}>
            {sections.map(({ id, changes }) => (
              <ChangedBlocks key={id} changes={changes} />
            ))}
          </div>
        </section>
      )}
      <ChangedCitations changes={citations} />
    </RecordPage>
  );
}

const noteTitles: Readonly<Record<EditionView["kind"], string>> = {
  first: "From the editors",
  update: "What is new",
  correction: "What was corrected",
  retraction: "Why it was retracted",
};

/** Sections of both editions by their ids, in the new order; those that are gone stand where they stood. */
function comparedSections(before: readonly Node[], after: readonly Node[]) {
  const old = new Map(before.map((part) => [idOf(part), part]));
  const now = new Map(after.map((part) => [idOf(part), part]));
  const gone = before.filter((part) => !now.has(idOf(part)));
  return [...after, ...gone].map((part) => ({
    id: idOf(part),
    changes: compareParts(old.get(idOf(part)) ?? null, now.get(idOf(part)) ?? null),
  }));
}

const idOf = (part: Node): string => String(part.attrs["id"]);

function directionOf(view: EditionView): { lang: string; dir: "rtl" | undefined } {
  const { lang, dir } = scriptOf(`${view.title} ${view.parts.map((part) => part.textContent).join(" ")}`);
  return { lang, dir: dir === "rtl" ? "rtl" : undefined };
}

const counted = (count: number, thing: string): string =>
  `${count === 0 ? "no" : count} ${thing}${count === 1 ? "" : "s"}`;
