import { houseStyle } from "@/domain/citation/house-style";
import type { Piece } from "./places";
import { Runs } from "./runs";
import type { DrawnCitation } from "./places";
import type { Setting } from "./setting";

/**
 * A citation as its style draws it: numbers, names and years, or the number of a note, each a link to what it names; and a
 * card with the source, locator and quote. The card stands beside the text while the citation is pointed at or focused,
 * and needs no script.
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
      <Card drawn={drawn} setting={setting} />
    </>
  );
  if (raised) return <sup className="c">{inside}</sup>;
  return (
    <>
      {drawn.close && " "}
      <span className="c">{inside}</span>
    </>
  );
}

function linkOf(piece: Piece | undefined, note: number | null): { href: string; id?: string } | null {
  if (!piece?.to) return null;
  return { href: note === null ? `#r${piece.to}` : `#fn:${note}`, ...(piece.anchor ? { id: piece.anchor } : {}) };
}

const mostInCard = 4;

function Card({ drawn, setting: { citations } }: { drawn: DrawnCitation; setting: Setting }) {
  const rest = drawn.items.length - mostInCard;
  return (
    <span className="n">
      {drawn.items.slice(0, mostInCard).map(({ number, locator, quote }, index) => {
        const entry = citations.entries[number - 1];
        if (!entry) return null;
        const source = houseStyle.short(entry.reference.record);
        const said = citations.kind === "numeric" ? (numberOf(entry.label) ?? number) : null;
        return (
          <span key={index}>
            {quote && <q>{quote}</q>}
            {said !== null && <b>{said}</b>}
            {said !== null && " "}
            {locator ? `${source}, ${locator}` : source}
          </span>
        );
      })}
      {rest > 0 && <span>and {rest} more</span>}
    </span>
  );
}

/** The number that a style's label bears: 3 of "3." or "[3]". */
export const numberOf = (label: string | null): number | null => {
  const digits = /\d+/u.exec(label ?? "")?.[0];
  return digits === undefined ? null : Number(digits);
};
