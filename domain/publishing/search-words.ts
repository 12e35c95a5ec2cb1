import { languageOf } from "./language";
import { plainLetters } from "./slug";

/** The text search configurations of PostgreSQL by language; every other language is searched word for word. */
const configs: Readonly<Record<string, string>> = {
  ar: "arabic",
  ca: "catalan",
  da: "danish",
  de: "german",
  el: "greek",
  en: "english",
  es: "spanish",
  et: "estonian",
  eu: "basque",
  fi: "finnish",
  fr: "french",
  ga: "irish",
  hi: "hindi",
  hu: "hungarian",
  hy: "armenian",
  id: "indonesian",
  it: "italian",
  lt: "lithuanian",
  nb: "norwegian",
  ne: "nepali",
  nl: "dutch",
  nn: "norwegian",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sr: "serbian",
  sv: "swedish",
  ta: "tamil",
  tr: "turkish",
  yi: "yiddish",
};

/** The configuration that a text of this language (BCP 47) is searched with. */
export const configFor = (language: string): string => configs[languageOf(language)] ?? "simple";

/** The text as it is searched: without accents, and without characters that no database keeps. */
export const plainWords = (text: string): string => plainLetters(text.replace(/[\0\p{Cs}]/gu, " "));

/** The distinct words of a text that a mistyped one may be meant for: of 4 to 30 letters, without accents. */
export function wordsToFind(text: string): string[] {
  const words =
    plainWords(text)
      .toLowerCase()
      .match(/\p{L}{4,30}/gu) ?? [];
  return [...new Set(words)];
}
