import { locatorOf } from "@/domain/citation/locator";
import type { CitationChange, CitedItem } from "@/domain/publishing/citation-changes";

/** The citations that were added, dropped, or rest on something else now. */
export function ChangedCitations({ changes }: { changes: readonly CitationChange[] }) {
  if (changes.length === 0) return null;
  return (
    <section>
      <h2>In what it rests on</h2>
      <ul className="rows">
        {changes.map((change) => (
          <li key={change.id}>
            <b>{wordsFor(change)}</b>
            {"before" in change && change.before.map((item, index) => <del key={index}>{told(item)}</del>)}
            {"after" in change && change.after.map((item, index) => <ins key={index}>{told(item)}</ins>)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsFor(change: CitationChange): string {
  if (change.kind === "added") return "Citation added";
  if (change.kind === "dropped") return "Citation dropped";
  return `Another ${change.what.join(", ").replace(/, ([^,]*)$/u, " and $1")}`;
}

function told({ title, quote, ...item }: CitedItem): string {
  return [title || "a source without a title", locatorOf(item), quote && `“${quote}”`].filter(Boolean).join(", ");
}
