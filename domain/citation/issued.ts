import type { SourceRecord } from "@/domain/source/record";

type Dates = NonNullable<SourceRecord["issued"]>;

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
  /** CSL and EDTF number the seasons after the months. */
  ...Array.from({ length: 8 }, () => ""),
  "Spring",
  "Summer",
  "Autumn",
  "Winter",
];

/** A CSL date in words, as exact as it is known: "2024", "March 2024", "3 March 2024", "2019–2021"; empty without one. */
export function dateOf(dates: Dates | undefined): string {
  return (dates?.["date-parts"] ?? []).map(partsInWords).join("–");
}

/** The year, or years, of a CSL date; empty without one. */
export function yearOf(dates: Dates | undefined): string {
  return (dates?.["date-parts"] ?? []).map(([year]) => yearInWords(year)).join("–");
}

function partsInWords([year, month, day]: readonly number[]): string {
  const name = month === undefined ? "" : months[month - 1];
  return [name && day ? String(day) : "", name ?? "", yearInWords(year)].filter(Boolean).join(" ");
}

const yearInWords = (year: number | undefined): string =>
  year === undefined ? "" : year < 0 ? `${-year} BCE` : String(year);
