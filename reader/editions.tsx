import { editionPath } from "@/domain/publishing/address";
import { dayOf, editionName } from "@/domain/publishing/dates";
import type { EditionKind, EditionView } from "@/domain/publishing/edition";

const words: Record<EditionKind, string> = {
  first: "first published",
  update: "updated",
  correction: "corrected",
  retraction: "retracted",
};

/** The foot of an article: its editions with their permanent addresses, who approved the text, who has to be thanked. */
export function Editions({ view }: { view: EditionView }) {
  return (
    <footer className="foot">
      <h2 id="editions">Editions</h2>
      <ol>
        {view.editions.toReversed().map(({ number, kind, slug, publishedAt }) => (
          <li key={number}>
            <a href={editionPath(slug, number)} aria-current={number === view.number ? "true" : undefined}>
              {editionName(number)}
            </a>
            , {words[kind]} on <time dateTime={publishedAt}>{dayOf(publishedAt)}</time>
            {number === view.number && " (this one)"}
          </li>
        ))}
      </ol>
      {view.approvers.length > 0 && <p>The text of this edition was approved by {listed(view.approvers)}.</p>}
      {view.citations && (
        <p>
          Citations by <a href="https://github.com/Juris-M/citeproc-js">CSL (citeproc-js)</a>
        </p>
      )}
    </footer>
  );
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
