import { machineForms, type MachineSuffix } from "@/domain/publishing/machine-forms";

/**
 * The form for programs that a request would rather have than the page (RFC 9110, 12.5.1), as its suffix; null where the
 * page is as welcome, or nothing that we have is. Browsers, and whoever does not say, get the page.
 */
export function wantedForm(header: string | null | undefined): MachineSuffix | null {
  if (!header || !maybe.test(header)) return null;
  const ranges = rangesIn(header);
  const page = weightOf("text/html", ranges);
  let best: { suffix: MachineSuffix; weight: number } | null = null;
  for (const { suffix, type } of machineForms) {
    const weight = weightOf(type, ranges);
    if (weight > page && weight > (best?.weight ?? 0)) best = { suffix, weight };
  }
  return best?.suffix ?? null;
}

/** A header that names none of our types, not even by a range of them, needs no reading. */
const maybe = new RegExp(
  [...machineForms.map(({ type }) => type), "application/*"].map((type) => type.replace(/[.*+/]/g, "\\$&")).join("|"),
  "i",
);

type Range = { type: string; weight: number };

/** More ranges than anybody means are not read. */
const mostRanges = 40;

function rangesIn(header: string): Range[] {
  return header
    .split(",")
    .slice(0, mostRanges)
    .flatMap((entry) => {
      const [type = "", ...parameters] = entry.split(";").map((piece) => piece.trim().toLowerCase());
      const q = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, "");
      const weight = q === undefined ? 1 : /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(q) ? Number(q) : 0;
      return type ? [{ type, weight }] : [];
    });
}

/** The weight of the most specific range that a type is in; 0 where it is in none. */
function weightOf(type: string, ranges: readonly Range[]): number {
  for (const range of [type, type.replace(/\/.*/, "/*"), "*/*"]) {
    const found = ranges.find((each) => each.type === range);
    if (found) return found.weight;
  }
  return 0;
}
