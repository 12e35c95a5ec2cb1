import type { CitationItem } from "@/domain/citation/item";

type Label = NonNullable<CitationItem["label"]>;

/** What people write for the CSL locator terms. */
const terms: readonly (readonly [Label, RegExp])[] = [
  ["page", /^(?:pp?\.?|pages?|S\.|Seiten?|s\.)(?=[\s\d])/u],
  ["chapter", /^(?:chap(?:ter|\.)?s?|ch\.|Kap\.|cap\.)(?=[\s\d])/iu],
  ["section", /^(?:sec(?:tion|\.)?s?|§{1,2}|Abschn\.)(?=[\s\d])/iu],
  ["paragraph", /^(?:para(?:graph|\.)?s?|¶{1,2}|Abs\.)(?=[\s\d])/iu],
  ["line", /^(?:ll?\.|lines?)(?=[\s\d])/iu],
  ["verse", /^(?:vv?\.|verses?)(?=[\s\d])/iu],
  ["volume", /^(?:vols?\.?|volumes?|Bd\.)(?=[\s\d])/iu],
  ["issue", /^(?:no\.|nos\.|issues?|Nr\.)(?=[\s\d])/iu],
  ["figure", /^(?:figs?\.?|figures?|Abb\.)(?=[\s\d])/iu],
  ["table", /^(?:tabs?\.|tables?|Tab\.)(?=[\s\d])/iu],
  ["note", /^(?:nn?\.|notes?|fn\.?|Anm\.)(?=[\s\d])/iu],
  ["timestamp", /^(?:at |ts\.? ?)?(?=\d{1,2}:\d{2})/iu],
];

/** Reads "p. 3, for instance" as the locator "3" of a page and the rest; a bare number is a page, as in pandoc. */
export function readLocator(words: string): { label: Label | null; locator: string | null; rest: string | null } {
  const text = words.trim().replace(/^,\s*/u, "");
  for (const [label, term] of terms) {
    const named = term.exec(text);
    const value = named && /^\s*([\dA-Z][\p{L}\p{N}:.\-–—]*(?:,\s*\d[\d\-–—]*)*)/u.exec(text.slice(named[0].length));
    if (!named || !value?.[1]) continue;
    const locator = value[1].replace(/\.$/u, "");
    return within(label, locator, text.slice(named[0].length + value[0].length));
  }
  const bare = /^(\d+(?:[-–—]\d+)?)(?=$|,)/u.exec(text);
  if (bare?.[1]) return within("page", bare[1], text.slice(bare[1].length));
  return { label: null, locator: null, rest: text || null };
}

function within(label: Label, locator: string, after: string) {
  const rest = after.replace(/^[\s,.]+/u, "").trim();
  return locator.length > 200 ? { label: null, locator: null, rest: locator } : { label, locator, rest: rest || null };
}
