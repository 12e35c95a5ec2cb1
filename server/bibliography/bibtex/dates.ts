import type { SourceDate } from "@/domain/source/record";
import { dateFromEdtf } from "@/server/bibliography/edtf";

/** Reads `year`, `month` and `day` of an entry, and says what of them it could not; a year in words is a status. */
export function readYearMonth(
  year: string,
  month: string,
  day: string,
): { date: SourceDate | null; status: string | null; left: string[] } {
  const read = yearFrom(year);
  if (!read)
    return {
      date: null,
      status: year && !/\d/u.test(year) ? year : null,
      left: [year && /\d/u.test(year) ? "year" : "", month && "month", day && "day"].filter(Boolean),
    };
  if (!month || read["date-parts"].length > 1)
    return { date: read, status: null, left: [month && "month", day && "day"].filter(Boolean) };
  const when = monthFrom(month);
  if (!when) return { date: read, status: null, left: ["month", day && "day"].filter(Boolean) };
  if ("season" in when) return { date: { ...read, season: when.season }, status: null, left: day ? ["day"] : [] };
  const number = day === "" ? when.day : dayFrom(day);
  const [[from = 0] = []] = read["date-parts"];
  const left = day !== "" && number === undefined ? ["day"] : [];
  const ends = when.months.map((name) => [
    from,
    name,
    ...(number === undefined || when.months.length > 1 ? [] : [number]),
  ]);
  return { date: { ...read, "date-parts": ends }, status: null, left };
}

const dayFrom = (text: string): number | undefined => {
  const day = Number(/^\d{1,2}/u.exec(text)?.[0] ?? 0);
  return day >= 1 && day <= 31 ? day : undefined;
};

function yearFrom(text: string): SourceDate | null {
  const bare = text.trim();
  const about = /^(?:c|ca|circa|about)\.?\s*(\d{3,4})$/iu.exec(bare)?.[1];
  const [, first, second] = /^(\d{4})\s*[–—/-]+\s*(\d{4}|\d\d)$/u.exec(bare) ?? [];
  if (about) return { "date-parts": [[Number(about)]], circa: true };
  if (first && second)
    return { "date-parts": [[Number(first)], [Number(second.length === 4 ? second : first.slice(0, 2) + second)]] };
  const whole = dateFromEdtf(bare);
  if (whole) return whole;
  const within = /(?<!\d)(1\d{3}|20\d\d)(?!\d)/u.exec(bare)?.[1];
  return within ? { "date-parts": [[Number(within)]], literal: bare.slice(0, 2000) } : null;
}

type Month = { months: number[]; day: number | undefined } | { season: 1 | 2 | 3 | 4 };

function monthFrom(text: string): Month | null {
  const words = text.toLowerCase();
  const season = /^(spring|summer|autumn|fall|winter)$/u.exec(words.trim())?.[1];
  if (season) return { season: season === "spring" ? 1 : season === "summer" ? 2 : season === "winter" ? 4 : 3 };
  const [, low, high] = /^\s*(\d{1,2})(?:\s*[–/-]+\s*(\d{1,2}))?\s*$/u.exec(words) ?? [];
  const numbers = [low, high].filter((part) => part !== undefined).map(Number);
  if (numbers.length > 0)
    return numbers.every((number) => number >= 1 && number <= 12) ? { months: numbers, day: undefined } : null;
  const named = [...words.matchAll(/\p{L}{3,}/gu)].map(([name]) => names.indexOf(name.slice(0, 3)) + 1);
  if (named.length === 0 || named.length > 2 || named.includes(0)) return null;
  return { months: named, day: named.length === 1 ? dayFrom(/\d{1,2}/u.exec(words)?.[0] ?? "") : undefined };
}

const names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
