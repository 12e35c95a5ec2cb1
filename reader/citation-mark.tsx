import { houseStyle } from "@/domain/citation/house-style";
import { Runs } from "./runs";
import type { DrawnCitation, Entry, Piece } from "./places";
import type { Setting } from "./setting";

/**
 * A citation as its style draws it: numbers, names and years, or the number of a note, each a link to what it names; and the
 * words of this place alone, its locator and quote. `data-r` says which lines of the lists it leads to where that is more
 * than one link says: the note (`./note-box`) shows those.
 */
export function CitationMark({ id, setting }: { id: string; setting: Setting }) {
  const drawn = setting.citations.drawn.get(id);
  if (!drawn || drawn.pieces.length === 0) return null;
  const { note, pieces } = drawn;
  const raised = note !== null || pieces.every(({ run }) => run.sup);
  const runs = pieces.map(({ run: { sup, ...run } }) => (sup && !raised ? { ...run, sup } : run));
  const inside = (
    <>
      <Runs runs={runs} linkOf={(_, index) => linkOf(pieces[index], note)} />
      {pieces.some(({ to }) => to) && <OwnWords drawn={drawn} setting={setting} />}
    </>
  );
  // A style may leave a source out of its list: then there is nothing to lead to.
  const mark = pieces.some(({ to }) => to) ? { className: "c", "data-r": linesOf(drawn, setting.citations) } : {};
  if (raised) return <sup {...mark}>{inside}</sup>;
  return (
    <>
      {drawn.close && " "}
      <span {...mark}>{inside}</span>
    </>
  );
}

/** A note names its sources itself, so of these it shows only those that more is known of. */
function linesOf({ items, note }: DrawnCitation, { entries }: Setting["citations"]): string | undefined {
  const sources = [...new Set(items.flatMap(({ number }) => number || []))];
  if (note === null) return sources.length === 1 ? undefined : sources.map((number) => `r${number}`).join(" ");
  const known = sources.filter((number) => {
    const reference = entries[number - 1]?.reference;
    return reference?.verified || reference?.health;
  });
  return [`fn:${note}`, ...known.map((number) => `r${number}`)].join(" ");
}

function linkOf(piece: Piece | undefined, note: number | null): { href: string; id?: string } | null {
  if (!piece?.to) return null;
  return { href: note === null ? `#r${piece.to}` : `#fn:${note}`, ...(piece.anchor ? { id: piece.anchor } : {}) };
}

/** Hidden while they are in the text; pointing at the citation shows them where no script runs. */
function OwnWords({ drawn: { items }, setting: { citations } }: { drawn: DrawnCitation; setting: Setting }) {
  const own = items.filter(({ locator, quote }) => locator || quote);
  if (own.length === 0) return null;
  return (
    <span className="w">
      {own.map(({ number, locator, quote }, index) => (
        <span key={index}>
          {quote && <q>{quote}</q>}
          {items.length > 1 && <b>{nameOf(citations, number)}</b>}
          {items.length > 1 && locator && ", "}
          {locator}
        </span>
      ))}
    </span>
  );
}

/** What a source is called among the others of its citation. */
function nameOf({ kind, entries }: Setting["citations"], number: number): string {
  const entry = entries[number - 1];
  if (!entry) return "";
  return kind === "numeric" ? String(said(entry)) : houseStyle.short(entry.reference.record);
}

/** The number that the text calls an entry by; the list counts by itself where that is its place. */
export const said = ({ label, number }: Entry): number => numberOf(label) ?? number;

/** The number that a style's label bears: 3 of "3." or "[3]". */
const numberOf = (label: string | null): number | null => {
  const digits = /\d+/u.exec(label ?? "")?.[0];
  return digits === undefined ? null : Number(digits);
};
