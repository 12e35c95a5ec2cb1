import type { SourceRecord } from "@/domain/source/record";
import { FieldsTaken } from "./taken";
import { typeOf } from "./kinds";
import { readDates } from "./entry-dates";
import { readIdentifiers } from "./entry-identifiers";
import { readNamesOf } from "./entry-names";
import { readPublication } from "./entry-publication";
import { readTitles } from "./entry-titles";
import { ownFieldOf, ownTexts, textFields } from "./fields";
import { plainLatex } from "./latex";
import { settled } from "@/server/bibliography/settle";
import type { RawFields } from "./values";

/** What an entry's fields are as a record, with the names of those that have no place in one; or why there is none. */
export type EntryRead = { record: SourceRecord; leftOut: string[] } | { why: string; leftOut: string[] };

/** Makes a record of the fields of one entry, after the data models of BibTeX and BibLaTeX. */
export function recordOf(kind: string, fields: RawFields, like: "pandoc" | undefined): EntryRead {
  const taken = new FieldsTaken(fields);
  const subtype = plainLatex(taken.raw("entrysubtype"));
  const type = typeOf(like === "pandoc" ? (kindsOfPandoc.get(kind) ?? kind) : kind, {
    subtype,
    hasJournal: fields.has("journal") || fields.has("journaltitle"),
  });
  const draft: Record<string, unknown> = { type: type ?? "document" };
  const left: string[] = type === null ? [`entry type ${kind}`] : [];
  const language = readLanguage(taken, draft);
  readTitles(taken, draft, { like, kind, english: /^(?:en\b.*|)$/iu.test(language) });
  readNamesOf(taken, draft, like);
  readPublication(kind, taken, draft, like);
  readDates(taken, draft, left);
  readIdentifiers(taken, draft, left, like);
  draft["page"] = plainLatex(taken.raw("pages").replace(/-{2,3}/gu, "-"));
  for (const [variable, names] of textFields) if (!draft[variable]) draft[variable] = taken.text(...names);
  for (const variable of [...ownTexts, "issue", "collection-number", "note"])
    draft[variable] ||= taken.text(ownFieldOf(variable));
  if (subtype && subtype !== type && subtype !== "magazine" && subtype !== "newspaper") left.push("entrysubtype");
  return settled(draft, [...left, ...taken.rest()]);
}

/** Kinds that pandoc 2.17 takes for others. */
const kindsOfPandoc: ReadonlyMap<string, string> = new Map([
  ["software", "book"],
  ["conference", "misc"],
]);

function readLanguage(taken: FieldsTaken, draft: Record<string, unknown>): string {
  const [babel, said] = [taken.text("langid", "hyphenation"), taken.text("language")];
  const language = said || babel;
  draft["language"] = codeOf(language);
  return codeOf(babel);
}

const codeOf = (language: string): string => languages.get(language.toLowerCase()) ?? language;

const languages: ReadonlyMap<string, string> = new Map(
  Object.entries({
    american: "en-US",
    australian: "en-AU",
    british: "en-GB",
    canadian: "en-CA",
    catalan: "ca",
    czech: "cs",
    danish: "da",
    dutch: "nl",
    english: "en",
    finnish: "fi",
    french: "fr",
    german: "de",
    greek: "el",
    hungarian: "hu",
    italian: "it",
    japanese: "ja",
    latin: "la",
    naustrian: "de-AT",
    ngerman: "de",
    norwegian: "no",
    polish: "pl",
    portuguese: "pt",
    brazilian: "pt-BR",
    russian: "ru",
    spanish: "es",
    swedish: "sv",
    turkish: "tr",
    ukenglish: "en-GB",
    ukrainian: "uk",
    usenglish: "en-US",
  }),
);
