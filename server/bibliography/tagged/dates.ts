import type { SourceDate } from "@/domain/source/record";
import { readYearMonth } from "@/server/bibliography/bibtex/dates";
import { dateFromEdtf, edtfOf } from "@/server/bibliography/edtf";

/**
 * Reads a date as RIS has it, `YYYY/MM/DD/other`, or as people write it (ISO 8601, “3 May 2024”). What RIS cannot say
 * stands in `other`: a range or a doubt in EDTF, a season, the source's own words.
 */
export function readTaggedDate(text: string): SourceDate | null {
  const [, year = "", month = "", day = "", other = ""] =
    /^\s*(-?\d{1,4})\/(\d{0,2})(?:\/(\d{0,2})(?:\/(.*))?)?$/su.exec(text) ?? [];
  if (year === "") return written(text);
  const parts = [Number(year), ...[month, day].filter(Boolean).map(Number)];
  const date = dateFromEdtf(edtfOf({ "date-parts": [parts] }));
  const words = other.trim();
  if (!date || words === "") return date;
  if (/^-?\d{4}/u.test(words) && /[~/]|-2[1-4]$/u.test(words))
    return dateFromEdtf(words) ?? { ...date, literal: words.slice(0, 2000) };
  const season = seasons.findIndex((names) => names.includes(words.toLowerCase()));
  return season > 0 ? { ...date, season } : { ...date, literal: words.slice(0, 2000) };
}

/** The same the other way round. */
export function taggedDateOf(date: SourceDate): string {
  const [[year = 0, month, day] = []] = date["date-parts"];
  const two = (part: number | undefined): string => (part === undefined ? "" : String(part).padStart(2, "0"));
  const exact = date["date-parts"].length > 1 || date.circa || date.season !== undefined;
  const other = exact ? edtfOf(date) : (date.literal ?? "");
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}/${two(month)}/${two(day)}/${other}`;
}

const seasons = [[], ["spring"], ["summer"], ["autumn", "fall"], ["winter"]];

function written(text: string): SourceDate | null {
  const whole = dateFromEdtf(text);
  if (whole) return whole;
  const year = /(?<!\d)(1\d{3}|20\d\d)(?!\d)/u.exec(text)?.[1];
  if (!year) return null;
  const rest = text.replace(year, " ").replace(/[,/]/gu, " ").trim();
  const { date, left } = readYearMonth(year, rest, "");
  return date && left.length === 0 ? date : readYearMonth(text, "", "").date;
}
