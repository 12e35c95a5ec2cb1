import type { SourceRecord } from "@/domain/source/record";

type Written = NonNullable<SourceRecord["issued"]>;

/**
 * A date as CSL keeps it, from any form that people and machines write one in: ISO 8601 and its relatives, with the
 * month's name in six languages, a season, a year with question marks around it. What a date leaves open ("03/04/2019")
 * is left out; null when there is no year that can be meant.
 */
export function dateFromText(text: string): Written | null {
  const words = text.normalize("NFKC").trim().slice(0, 200);
  const parts = iso(words) ?? withMonthName(words) ?? numbers(words) ?? onlyYear(words);
  return parts ? dateFromParts([parts]) : null;
}

/** A date from lists of numbers (CSL `date-parts`); parts that no calendar has are left out, with what follows them. */
export function dateFromParts(dates: unknown): Written | null {
  if (!Array.isArray(dates)) return null;
  const read = dates.slice(0, 2).flatMap((parts) => {
    const valid = Array.isArray(parts) ? validParts(parts.map(asNumber)) : [];
    return valid.length > 0 ? [valid] : [];
  });
  return read.length > 0 ? { "date-parts": read } : null;
}

const asNumber = (part: unknown): number =>
  typeof part === "number" || (typeof part === "string" && part.trim() !== "") ? Number(part) : Number.NaN;

function validParts([year, month, day]: number[]): number[] {
  if (year === undefined || !Number.isInteger(year) || year === 0 || Math.abs(year) > 2200) return [];
  if (month === undefined || !Number.isInteger(month) || month < 1 || month > 12) return [year];
  if (day === undefined || !Number.isInteger(day) || day < 1 || day > daysIn(year, month)) return [year, month];
  return [year, month, day];
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function iso(text: string): number[] | null {
  const found =
    /^(-?\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T\s]\d{1,2}:\d{2}.*)?(?:\/.*)?$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/u.exec(text);
  return found ? numbersOf(found.slice(1)) : null;
}

/** "26 August 2019", "August 26, 2019", "2019 Aug 26", "Mon, 26 Aug 2019 10:00:00 GMT", "Aug.-Sept. 2019". */
function withMonthName(text: string): number[] | null {
  const words = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/\d{1,2}:\d{2}.*$/u, "");
  const name = words.match(/\p{L}{3,}/gu)?.find((word) => monthOf(word) > 0);
  const year = /(?<!\d)(1[4-9]\d\d|2[01]\d\d)(?!\d)/u.exec(words)?.[1];
  if (!name || !year) return null;
  const day = /(?<!\d)(\d{1,2})(?!\d)/u.exec(words.replace(year, " "))?.[1];
  const range = (words.match(/\p{L}{3,}/gu) ?? []).filter((word) => monthOf(word) > 0).length > 1;
  return numbersOf([year, String(monthOf(name)), range ? undefined : day]);
}

/** "08/2019", "26.08.2019", "26/08/2019", "8/26/2019"; which is day and which month has to be certain. */
function numbers(text: string): number[] | null {
  const monthly = /^(\d{1,2})[./-](\d{4})$/u.exec(text);
  if (monthly) return [Number(monthly[2]), Number(monthly[1])];
  const found = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b/u.exec(text);
  if (!found) return null;
  const [one, other, year] = [Number(found[1]), Number(found[3]), Number(found[4])];
  if (found[2] === "." || one > 12) return [year, other, one];
  return other > 12 ? [year, one, other] : one === other ? [year, one, other] : [year];
}

function onlyYear(text: string): number[] | null {
  const years = new Set(text.match(/(?<!\d)(?:1[4-9]\d\d|20\d\d)(?!\d)/gu));
  const [year] = years;
  return year ? [Number(year)] : null;
}

const numbersOf = (parts: readonly (string | undefined)[]): number[] =>
  parts.filter((part) => part !== undefined && part !== "").map(Number);

/** The month that a word names, 1 to 12, or 0; without accents, in English, German, French, Spanish, Dutch, Norwegian. */
function monthOf(word: string): number {
  return (
    1 +
    monthNames.findIndex((names) => names.some((name) => word === name || (name.length === 3 && word === `${name}t`)))
  );
}

const monthNames: readonly (readonly string[])[] = [
  ["jan", "january", "januar", "janvier", "enero", "januari", "janner"],
  ["feb", "february", "februar", "fevrier", "febrero", "februari", "fev"],
  ["mar", "march", "marz", "mars", "marzo", "maart", "mrz", "mrt"],
  ["apr", "april", "avril", "abril", "avr"],
  ["may", "mai", "mayo", "mei"],
  ["jun", "june", "juni", "juin", "junio"],
  ["jul", "july", "juli", "juillet", "julio"],
  ["aug", "august", "aout", "agosto", "augustus"],
  ["sep", "september", "septembre", "septiembre", "setiembre"],
  ["oct", "october", "oktober", "octobre", "octubre", "okt"],
  ["nov", "november", "novembre", "noviembre"],
  ["dec", "december", "dezember", "decembre", "diciembre", "desember", "dez", "des"],
];
