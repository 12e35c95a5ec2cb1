/** A year found in a text, where it stands, and how sure it is that it is the year of issue. */
export type FoundYear = { year: number; start: number; end: number; confidence: number };

const months =
  "jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|januari|februari|maart|mei|augustus|spring|summer|autumn|fall|winter";
const year = "((?:1[5-9]|20)\\d\\d)[a-z]?";
const month = new RegExp(`(?<!\\p{L})(?:${months})(?!\\p{L})`, "iu");

/** The year that stands right after the makers, in brackets or between marks, with whatever date stands beside it. */
export function yearAhead(
  text: string,
): { year: number | null; end: number; bracketed: boolean; dated: boolean } | null {
  const bracketed = ahead.exec(text);
  if (bracketed) {
    const inside = bracketed[2] ?? "";
    return {
      year: bracketed[1] ? Number(bracketed[1]) : null,
      end: bracketed[0].length,
      bracketed: true,
      dated: month.test(inside),
    };
  }
  const undated = /^[\s.,:]*n\.d\.[,:]?\s*/iu.exec(text);
  if (undated) return { year: null, end: undated[0].length, bracketed: true, dated: false };
  const bare = plain.exec(text);
  return bare ? { year: Number(bare[1]), end: bare[0].length, bracketed: false, dated: false } : null;
}

const ahead = new RegExp(
  `^[\\s.,:]*\\((?:${year}(?:[,;/ ]([^)]{0,40}))?|n\\.d\\.|o\\.J\\.|s\\.f\\.|in press|forthcoming)\\)\\s?[.,:]?\\s*`,
  "iu",
);
const plain = new RegExp(`^[\\s.,:]*${year}(?![\\d–-])(?:\\s?[.,:]\\s*|\\s+(?=["“«„‘'\\p{Lu}]))`, "u");

/** Says whether a text has a day and a month, as newspapers are dated. */
export const hasMonth = (text: string): boolean => month.test(text) || numbered.test(text);
const numbered = /(?<!\d)\d{1,2}[./]\d{1,2}[./](?:1[5-9]|20)\d\d(?!\d)/u;

/** The years in a text that may be the one of issue, the likeliest first; ranges, pages and numbers of things are none. */
export function yearsIn(text: string): FoundYear[] {
  return [...text.matchAll(candidates)]
    .map((found): FoundYear => {
      const start = found.index;
      const end = start + found[0].length;
      const [before, after] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 12)];
      return { year: Number(found[1]), start, end, confidence: likelihood(before, after) };
    })
    .filter(({ confidence }) => confidence > 0)
    .toSorted((a, b) => b.confidence - a.confidence || b.start - a.start);
}

const candidates = new RegExp(`(?<![\\d–:/§-]|\\bno\\. |\\bp\\. )${year}(?![\\d–-]|\\/\\d{3}|\\p{L})`, "gu");

function likelihood(before: string, after: string): number {
  if (/(?<!\p{L})(?:pp?\.|S\.|[Vv]ol\.|[Nn]o\.|[Aa]rt\.|[Rr]eport|§|U\.S\.|F\.\dd) ?$/u.test(before)) return 0;
  if (/[([]$/u.test(before) && /^[)\]]/u.test(after)) return 0.97;
  if (/^;\s?\d/u.test(after)) return 0.97;
  if (month.test(before) || /\d{1,2}[./]\d{1,2}[./]$/u.test(before)) return 0.96;
  if (/[,;:] $/u.test(before) && /^(?:[).,;]|\s*$)/u.test(after)) return 0.93;
  if (/^[).,;]|^\s*$/u.test(after)) return 0.88;
  return 0.75;
}
