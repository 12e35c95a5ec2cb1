import type { SourceDate, SourceName, SourceRecord } from "@/domain/source/record";
import { edtfOf } from "@/server/bibliography/edtf";
import { articles, inSeries } from "./entry-publication";
import { asVerbatim, nameFields, ownDates, ownFieldOf, ownNames, ownTexts, textFields } from "./fields";
import { kindOf, typeOf } from "./kinds";
import { wholeIn } from "./latex";
import { latexOf, properlyNested } from "./write-latex";
import { namesOf } from "./write-names";

type Dialect = "bibtex" | "biblatex";
type Field = readonly [name: string, value: string];

/** One record as an entry of BibTeX or BibLaTeX, in UTF-8. What neither has a field for stands in fields `csl-…`. */
export function writeBibtex(key: string, record: SourceRecord, dialect: Dialect): string {
  const kind = kindOf(record, dialect);
  const fields = [
    ...titlesOf(record, dialect),
    ...peopleOf(record, dialect),
    ...publicationOf(record, kind, dialect),
    ...datesOf(record, dialect),
    ...textsOf(record, dialect),
    ...identifiersOf(record, dialect),
    ...subtypeOf(record, kind),
  ];
  return `@${kind}{${key},\n${fields.map(([name, value]) => `  ${name} = ${value},\n`).join("")}}\n`;
}

const inBraces = (name: string, text: string | undefined): Field[] => (text ? [[name, `{${latexOf(text)}}`]] : []);

function titlesOf(record: SourceRecord, dialect: Dialect): Field[] {
  const whole = articles.has(record.type) ? (dialect === "bibtex" ? "journal" : "journaltitle") : "booktitle";
  return [
    ...titleOf(record, "title", "title"),
    ...titleOf(record, "container-title", whole),
    ...titleOf(record, "collection-title", "series"),
  ];
}

/** A second pair of braces keeps the capitals of a title that has no protected words of its own. */
function titleOf(record: SourceRecord, field: "title" | "container-title" | "collection-title", name: string): Field[] {
  const text = record[field];
  if (text === undefined) return [];
  const marks = properlyNested(
    (record.marks ?? []).filter((mark) => mark.field === field),
    text.length,
  );
  const latex = latexOf(text, marks);
  const keeps = field === "title" && !marks.some(({ as }) => as === "nocase") && /.\p{Lu}/u.test(text);
  return [[name, keeps || wholeIn(latex) !== null ? `{{${latex}}}` : `{${latex}}`]];
}

function peopleOf(record: SourceRecord, dialect: Dialect): Field[] {
  const fields = [...nameFields, ...ownNames.map((own) => [own, ownFieldOf(own)] as const)];
  return fields.flatMap(([variable, name]) => {
    const people = namesIn(record[variable]);
    return people ? [[name, `{${namesOf(people, dialect)}}`] as const] : [];
  });
}

type Value = SourceRecord[Exclude<keyof SourceRecord, "marks">];
const namesIn = (value: Value): SourceName[] | null => (Array.isArray(value) ? value : null);
const textIn = (value: Value): string | undefined => (typeof value === "string" ? value : undefined);
const dateIn = (value: Value): SourceDate | null => (typeof value === "object" && !Array.isArray(value) ? value : null);

function publicationOf(record: SourceRecord, kind: string, dialect: Dialect): Field[] {
  const body =
    record.type === "thesis" ? "school" : kind === "techreport" || kind === "report" ? "institution" : "publisher";
  const [issue, number, series] = articles.has(record.type)
    ? ["number", "eid", ownFieldOf("collection-number")]
    : inSeries.has(kind)
      ? [ownFieldOf("issue"), ownFieldOf("number"), "number"]
      : [ownFieldOf("issue"), "number", ownFieldOf("collection-number")];
  const implied = kind === "phdthesis" ? "PhD thesis" : kind === "mastersthesis" ? "Master’s thesis" : undefined;
  return [
    ...inBraces(body === "school" && dialect === "biblatex" ? "institution" : body, record.publisher),
    ...(record.genre === implied ? [] : inBraces("type", record.genre)),
    ...inBraces(issue, record.issue),
    ...inBraces(number, record.number),
    ...inBraces(series, record["collection-number"]),
    ...(record.page ? [["pages", `{${latexOf(record.page).replace(/(?<=\d)-(?=\d)/gu, "--")}}`] as const] : []),
  ];
}

function datesOf(record: SourceRecord, dialect: Dialect): Field[] {
  const { issued } = record;
  const others = [
    ["accessed", "urldate"],
    ["event-date", "eventdate"],
    ["original-date", "origdate"],
    ...ownDates.map((own) => [own, ownFieldOf(own)] as const),
  ] as const;
  const all = [["issued", "date"] as const, ...others].flatMap(([variable, name]): Field[] => {
    const date = dateIn(record[variable]);
    if (!date) return [];
    const words = inBraces(`${ownFieldOf(variable)}-literal`, date.literal);
    return variable === "issued" && dialect === "bibtex" && isPlain(date)
      ? words
      : [[name, `{${edtfOf(date)}}`], ...words];
  });
  return [...(issued && dialect === "bibtex" ? yearAndMonth(issued) : []), ...all];
}

const isPlain = (date: SourceDate): boolean =>
  date["date-parts"].length === 1 && !date.circa && date.season === undefined;

function yearAndMonth(date: SourceDate): Field[] {
  const [[year = 0, month, day] = []] = date["date-parts"];
  const plain = isPlain(date);
  const macro = month === undefined ? undefined : months[month - 1];
  return [
    ["year", year < 0 ? `{${year}}` : String(year)],
    ...(plain && macro ? [["month", macro] as const] : []),
    ...(plain && macro && day !== undefined ? [["day", String(day)] as const] : []),
  ];
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function textsOf(record: SourceRecord, dialect: Dialect): Field[] {
  const known = textFields.flatMap(([variable, names]) => {
    const name =
      variable === "publisher-place" && dialect === "biblatex"
        ? "location"
        : variable === "annote" && dialect === "bibtex"
          ? "annote"
          : names[0];
    return name ? inBraces(name, textIn(record[variable])) : [];
  });
  const elsewhere = new Set<string>([
    "number",
    "genre",
    ...(eprintOf(record) ? ["archive", "archive_location", "archive_collection"] : []),
  ]);
  const own = ownTexts.filter((variable) => !elsewhere.has(variable));
  return [
    ...known,
    ...inBraces("language", record.language),
    ...own.flatMap((variable) => inBraces(ownFieldOf(variable), textIn(record[variable]))),
  ];
}

function identifiersOf(record: SourceRecord, dialect: Dialect): Field[] {
  const eprint = eprintOf(record);
  const [kind, part] = dialect === "bibtex" ? ["archiveprefix", "primaryclass"] : ["eprinttype", "eprintclass"];
  return [
    ...(record.DOI ? [["doi", `{${asVerbatim(record.DOI)}}`] as const] : []),
    ...(record.URL ? [["url", `{${asVerbatim(record.URL)}}`] as const] : []),
    ...(eprint ? [["eprint", `{${asVerbatim(eprint.id)}}`] as const, [kind, `{${eprint.kind}}`] as const] : []),
    ...(eprint ? inBraces(part, record.archive_collection) : []),
  ];
}

/** Archives that entries name by a word of their own. */
const eprints: ReadonlyMap<string, string> = new Map([
  ["arXiv", "arXiv"],
  ["JSTOR", "jstor"],
  ["hdl", "hdl"],
  ["Google Books", "googlebooks"],
]);

function eprintOf({ archive, archive_location }: SourceRecord): { kind: string; id: string } | null {
  const kind = eprints.get(archive ?? "");
  return kind && archive_location ? { kind, id: archive_location } : null;
}

function subtypeOf({ type }: SourceRecord, kind: string): Field[] {
  if (typeOf(kind, { subtype: "", hasJournal: false }) === type) return [];
  const said = type === "article-magazine" ? "magazine" : type === "article-newspaper" ? "newspaper" : type;
  return [["entrysubtype", `{${said}}`]];
}
