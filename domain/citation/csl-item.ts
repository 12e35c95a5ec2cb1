import { bareDoi } from "@/domain/citation/whereabouts";
import type { SourceRecord } from "@/domain/source/record";

/** A CSL-JSON item (CSL 1.0.2 data schema): the fields of a record under an id. */
export type CslItem = { id: string; type: string; [field: string]: unknown };

type Dates = NonNullable<SourceRecord["issued"]>;

/**
 * A record as citeproc takes it. `guard` is applied to every text, so that what stands in a record stays text. An
 * abstract is left out: no list of sources prints one.
 */
export function cslItemOf(id: string, record: SourceRecord, guard: (text: string) => string): CslItem {
  const { abstract: _, type, DOI, ...fields } = record;
  const doi = DOI === undefined ? {} : { DOI: guard(bareDoi(DOI)) };
  const told = Object.entries(fields).map(([name, value]) => [name, guardedValue(value, guard)]);
  return { ...Object.fromEntries(told), ...doi, id, type };
}

function guardedValue(value: unknown, guard: (text: string) => string): unknown {
  if (typeof value === "string") return guard(value);
  if (Array.isArray(value)) return value.map((one: unknown) => guardedValue(one, guard));
  if (isDates(value)) return dateOf(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, guardedValue(inner, guard)]));
}

const isDates = (value: unknown): value is Dates =>
  typeof value === "object" && value !== null && "date-parts" in value && Array.isArray(value["date-parts"]);

/** Seasons come as months 21 to 24 (EDTF) and go out as CSL's own `season`. */
function dateOf(dates: Dates): object {
  const [first] = dates["date-parts"];
  const month = first?.[1] ?? 0;
  if (month < 13) return { "date-parts": dates["date-parts"] };
  const season = month >= 21 && month <= 24 ? month - 20 : undefined;
  const parts = dates["date-parts"].map(([year = 0]) => [year]);
  return season === undefined ? { "date-parts": parts } : { "date-parts": parts, season };
}
