import type { SourceDate } from "@/domain/source/record";

/**
 * A date or range in EDTF (ISO 8601-2 level 1, as BibLaTeX and Zotero write it): 2020-03-04, 1999~, 2020-21, 199X,
 * 2019/2020, -0044. Null for anything else; `..` and an empty end leave a range open, and its one end is answered.
 */
export function dateFromEdtf(text: string): SourceDate | null {
  const ends = text.trim().split("/");
  if (ends.length > 2) return null;
  const read = ends.map(endFrom);
  if (read.some((end) => end === null)) return null;
  const known = read.filter((end): end is End => end !== null && end.parts.length > 0);
  const [first] = known;
  if (!first) return null;
  return {
    "date-parts": known.map(({ parts }) => parts),
    ...(first.season ? { season: first.season } : {}),
    ...(known.some(({ circa }) => circa) ? { circa: true as const } : {}),
  };
}

/** The same the other way round; the literal words of a date have no place in it. */
export function edtfOf(date: SourceDate): string {
  const ends = date["date-parts"].map(([year = 0, month, day]) => {
    const season = date.season === undefined || month !== undefined ? [] : [String(20 + date.season)];
    const rest = [month, day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, "0"));
    const counted = year < 0 ? -year - 1 : year;
    const whole = `${year < -1 ? "-" : ""}${String(counted).padStart(4, "0")}`;
    return [whole, ...season, ...rest].join("-") + (date.circa ? "~" : "");
  });
  return ends.join("/");
}

type End = { parts: number[]; season: 1 | 2 | 3 | 4 | undefined; circa: boolean };

function endFrom(text: string): End | null {
  const bare = text.trim();
  if (bare === "" || bare === ".." || bare === "open" || bare === "unknown")
    return { parts: [], season: undefined, circa: false };
  const [, minus, year = "", month, day, doubt] =
    /^(-)?(\d{4}|\d{3}[ux]|\d\d[ux]{2}|\d{1,3})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T[\d:.Z+-]*)?([?~%])?$/iu.exec(bare) ??
    [];
  if (year === "") return null;
  // ISO 8601 counts a year 0, which is 1 before Christ; CSL does not.
  const counted = Number(year.replace(/[ux]/giu, "0"));
  const isIso = year.length === 4;
  const number = minus ? -counted - (isIso ? 1 : 0) : counted === 0 && isIso ? -1 : counted;
  const circa = doubt !== undefined || /[ux]/iu.test(year);
  const named = month === undefined ? undefined : Number(month);
  if (named !== undefined && named >= 21 && named <= 24 && day === undefined)
    return { parts: [number], season: seasons[named - 21], circa };
  if (named !== undefined && (named < 1 || named > 12)) return null;
  if (day !== undefined && (Number(day) < 1 || Number(day) > 31)) return null;
  return {
    parts: [number, ...(named === undefined ? [] : [named]), ...(day === undefined ? [] : [Number(day)])],
    season: undefined,
    circa,
  };
}

const seasons = [1, 2, 3, 4] as const;
