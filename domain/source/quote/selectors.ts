import type { Passage } from "./judge";

/** Where a passage stands in a text, twice, as the Web Annotation Data Model (W3C, 2017, 4.2.4 and 4.2.5) says it. */
export type Selectors = readonly [
  { type: "TextQuoteSelector"; exact: string; prefix: string; suffix: string },
  /** Counted in Unicode code points, not in the units of JavaScript's strings. */
  { type: "TextPositionSelector"; start: number; end: number },
];

/** The selectors of a passage, with 32 characters around it. */
export function selectorsOf(text: string, { from, to }: Passage): Selectors {
  const exact = text.slice(from, to);
  const start = points(text, from);
  return [
    {
      type: "TextQuoteSelector",
      exact,
      prefix: text.slice(Math.max(0, from - 32), from),
      suffix: text.slice(to, to + 32),
    },
    { type: "TextPositionSelector", start, end: start + points(exact, exact.length) },
  ];
}

/** How many code points the first `units` of a text are. */
function points(text: string, units: number): number {
  let pairs = 0;
  for (let at = 0; at < units; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xdc00 && at + 1 < units) pairs++;
  }
  return units - pairs;
}
