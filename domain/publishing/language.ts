import { type Script, scriptOf } from "./script";

/** How a text is set, where the desk may have said its language (BCP 47), as in "de-AT"; else what its letters show. */
export function settingOf(locale: string | null, text: string): Script {
  const seen = scriptOf(text);
  return locale ? { lang: locale, dir: seen.dir } : seen;
}

/** The language of a tag without its region: "de-AT" as "de". */
export const languageOf = (tag: string): string => tag.split("-")[0]?.toLowerCase() || "und";

/** What a language is called by those who speak it, and by its tag where nobody knows. */
export function languageName(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "language", fallback: "code" }).of(language) ?? language;
  } catch {
    return language;
  }
}
