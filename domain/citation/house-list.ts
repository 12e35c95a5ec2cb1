import type { Formattable, Formatted } from "./formatted";
import type { Run } from "./formatter";
import { houseStyle } from "./house-style";
import { numberRuns, numbersOf } from "./numbering";

/**
 * Formats a text in the house's own words, without an engine: numbers in the order of citing. So are drawn the editions
 * that were published before citations were formatted by CSL; they keep the look that they had.
 */
export function inHouseStyle({ records, citations, uncited }: Formattable): Formatted {
  const numbers = numbersOf([...citations, { items: uncited.map((reference) => ({ reference })) }]);
  const references = new Map([...numbers].map(([reference, number]) => [number, reference]));
  const known = new Map(records.map(({ reference, record }) => [reference, record]));
  const numbered = (number: number): Run => ({
    text: String(number),
    sup: true,
    reference: references.get(number) ?? "",
  });
  return {
    kind: "numeric",
    citations: citations.map(({ id, items }) => {
      const cited = items.flatMap(({ reference }) => numbers.get(reference) ?? []);
      const runs = numberRuns(cited).flatMap(({ from, to }, index): Run[] => [
        ...(index > 0 ? [{ text: ",", sup: true } as const] : []),
        numbered(from),
        ...(to > from ? [{ text: "–", sup: true } as const, numbered(to)] : []),
      ]);
      return { id, lead: [], runs };
    }),
    bibliography: [...numbers].flatMap(([reference, number]) => {
      const record = known.get(reference);
      return record ? [{ reference, label: String(number), runs: houseStyle.entry(record) }] : [];
    }),
    hanging: false,
  };
}
