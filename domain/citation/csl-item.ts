import { bareDoi } from "@/domain/citation/whereabouts";
import type { SourceRecord } from "@/domain/source/record";

/** A CSL-JSON item (CSL 1.0.2 data schema): the fields of a record under an id. */
export type CslItem = { id: string; type: string; [field: string]: unknown };

type Dates = NonNullable<SourceRecord["issued"]>;

/**
 * A record as citeproc takes it. `guard` is applied to every text, so that what stands in a record stays text; the marks
 * of titles are the only tags. An abstract is left out: no list of sources prints one.
 */
export function cslItemOf(id: string, record: SourceRecord, guard: (text: string) => string): CslItem {
  const { abstract: _, type, DOI, marks = [], ...fields } = record;
  const doi = DOI === undefined ? {} : { DOI: guard(bareDoi(DOI).replace(/^10\/(?=[a-z0-9]{1,20}$)/iu, "")) };
  const told = Object.entries(fields).map(([name, value]) => {
    const own = marks.filter(({ field }) => field === name);
    return [name, typeof value === "string" ? markedText(value, own, guard) : guardedValue(value, guard)];
  });
  return { ...Object.fromEntries(told), ...doi, id, type };
}

type Mark = NonNullable<SourceRecord["marks"]>[number];

/** A text with its marks as the tags that citeproc knows; marks that would cross each other are left out. */
function markedText(text: string, marks: readonly Mark[], guard: (text: string) => string): string {
  let out = "";
  let at = 0;
  const open: Mark[] = [];
  const closeTo = (place: number) => {
    for (let last = open.at(-1); last && last.to <= place; last = open.at(-1)) {
      out += guard(text.slice(at, last.to)) + tags[last.as][1];
      at = last.to;
      open.pop();
    }
  };
  for (const mark of marks.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    closeTo(mark.from);
    const around = open.at(-1);
    if (mark.to > text.length || mark.to <= mark.from || (around && mark.to > around.to)) continue;
    out += guard(text.slice(at, mark.from)) + tags[mark.as][0];
    at = mark.from;
    open.push(mark);
  }
  closeTo(text.length);
  return out + guard(text.slice(at));
}

const tags: Readonly<Record<Mark["as"], readonly [string, string]>> = {
  italic: ["<i>", "</i>"],
  bold: ["<b>", "</b>"],
  "small-caps": ['<span style="font-variant:small-caps;">', "</span>"],
  sub: ["<sub>", "</sub>"],
  sup: ["<sup>", "</sup>"],
  nocase: ['<span class="nocase">', "</span>"],
};

function guardedValue(value: unknown, guard: (text: string) => string): unknown {
  if (typeof value === "string") return guard(value);
  if (Array.isArray(value)) return value.map((one: unknown) => guardedValue(one, guard));
  if (isDates(value)) return dateOf(value, guard);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, guardedValue(inner, guard)]));
}

const isDates = (value: unknown): value is Dates =>
  typeof value === "object" && value !== null && "date-parts" in value && Array.isArray(value["date-parts"]);

/** A date in the source's own words is printed in them. Months 21 to 24 (EDTF) go out as CSL's own `season`. */
function dateOf(dates: Dates, guard: (text: string) => string): object {
  if (dates.literal !== undefined) return { literal: guard(dates.literal) };
  const [first] = dates["date-parts"];
  const month = first?.[1] ?? 0;
  const season = dates.season ?? (month >= 21 && month <= 24 ? month - 20 : undefined);
  const parts = month > 12 ? dates["date-parts"].map(([year = 0]) => [year]) : dates["date-parts"];
  return {
    "date-parts": parts,
    ...(season === undefined ? {} : { season }),
    ...(dates.circa ? { circa: true } : {}),
  };
}
