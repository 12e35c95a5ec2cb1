import type { SourceName, SourceRecord } from "@/domain/source/record";
import { isWebAddress, type Settled, settled } from "@/server/bibliography/settle";
import { readTaggedDate } from "./dates";
import type { Meaning, TaggedLine } from "./fields";
import { typeOfWord } from "./kinds";
import { nameFrom } from "./names";

/** Makes a record of the lines of one tagged entry. */
export function recordOfLines(lines: readonly TaggedLine[]): Settled {
  const all = new Map<Meaning, string[]>();
  const left: string[] = [];
  for (const { meaning, tag, value } of lines) {
    if (value.trim() === "") continue;
    if (meaning) all.set(meaning, [...(all.get(meaning) ?? []), value.trim()]);
    else left.push(tag);
  }
  const take = (...names: Meaning[]): string => {
    for (const name of names) {
      const [first, ...more] = all.get(name) ?? [];
      if (first === undefined) continue;
      all.set(name, more);
      return first;
    }
    return "";
  };
  const takeAll = (name: Meaning): string[] => {
    const values = all.get(name) ?? [];
    all.delete(name);
    return values;
  };
  const kind = take("kind");
  const type = typeOfWord(kind);
  if (type === null && kind !== "") left.push(`type ${kind}`);
  all.delete("key");
  const draft = {
    ...textsOf(type ?? "document", take, takeAll),
    ...datesOf(take, left),
    ...peopleOf(takeAll),
    ...identifiersOf(take, takeAll, left),
    type: type ?? "document",
    keyword: takeAll("keyword").join(", "),
    note: takeAll("note").join("\n"),
  };
  for (const [meaning, values] of all) if (values.length > 0) left.push(meaning);
  return settled(draft, left);
}

type Take = (...names: Meaning[]) => string;
type TakeAll = (name: Meaning) => string[];

function textsOf(type: SourceRecord["type"], take: Take, takeAll: TakeAll): Record<string, unknown> {
  const [first, last] = [take("first-page", "pages"), take("last-page")];
  const proceedings = take("proceedings-title");
  const second = take("second-title");
  const journal = take("journal");
  const either = take("issue-or-number");
  const edition = take("edition");
  const section = take("section");
  return {
    title: take("title") || (proceedings || journal ? second : ""),
    "title-short": take("short-title"),
    "container-title": proceedings || journal || second,
    "event-title": proceedings ? second : "",
    "container-title-short": take("journal-short"),
    "collection-title": take("series-title"),
    volume: take("volume"),
    "number-of-volumes": take("volumes"),
    issue: (isArticle(type) ? either : "") || take("issue"),
    number: (isArticle(type) ? "" : either) || take("number"),
    page: [first, last === first ? "" : last].filter(Boolean).join("-"),
    [type === "chapter" ? "chapter-number" : "section"]: section,
    [type === "software" ? "version" : "edition"]: edition,
    publisher: take("publisher"),
    "publisher-place": take("place"),
    genre: take("genre"),
    "call-number": take("call-number"),
    archive: take("archive"),
    archive_location: take("archive-location"),
    "reviewed-title": take("reviewed"),
    language: take("language"),
    abstract: takeAll("abstract").join("\n"),
  };
}

/** Types whose number in a tagged file is that of the issue. */
export const isArticle = (type: SourceRecord["type"]): boolean =>
  type.startsWith("article-") || type === "periodical" || type.startsWith("review");

function datesOf(take: Take, left: string[]): Record<string, unknown> {
  const [date, year, accessed] = [take("date"), take("year"), take("accessed")];
  const exact = readTaggedDate(date);
  const plain = readTaggedDate(year);
  const whole =
    exact && plain && !exact["date-parts"].some(([first]) => first === plain["date-parts"][0]?.[0])
      ? plain
      : (exact ?? withYear(date, plain) ?? plain);
  const read = readTaggedDate(accessed);
  if (date && !exact && whole === plain) left.push("date");
  if (year && !whole) left.push("year");
  if (accessed && !read) left.push("accessed");
  return { issued: whole, accessed: read };
}

/** EndNote writes “Mar 3” beside the year. */
function withYear(date: string, plain: ReturnType<typeof readTaggedDate>): ReturnType<typeof readTaggedDate> {
  const year = plain?.["date-parts"][0]?.[0];
  return date && year !== undefined && !/\d{4}/u.test(date) ? readTaggedDate(`${date} ${year}`) : null;
}

function peopleOf(takeAll: TakeAll): Record<string, SourceName[]> {
  const roles = [
    ["author", "author"],
    ["editor", "editor"],
    ["collection-editor", "series-editor"],
    ["translator", "translator"],
  ] as const;
  return Object.fromEntries(
    roles.flatMap(([variable, meaning]) => {
      const people = takeAll(meaning).flatMap((text) => nameFrom(text) ?? []);
      return people.length > 0 ? [[variable, people] as const] : [];
    }),
  );
}

function identifiersOf(take: Take, takeAll: TakeAll, left: string[]): Record<string, unknown> {
  const serials = takeAll("serial")
    .flatMap((text) => text.split(/[;\n\r]/u))
    .map((text) => text.trim())
    .filter(Boolean);
  const issn = serials.filter((text) => /^\d{4}-?\d{3}[\dx](?:\s*\(.*\))?$/iu.test(text));
  const isbn = serials.filter((text) => !issn.includes(text));
  const accession = take("accession");
  const pmid = /^PMID:?\s*(\d+)$/iu.exec(accession)?.[1];
  if (accession && !pmid) left.push("accession");
  const urls = takeAll("url");
  const good = urls.find(isWebAddress);
  if (urls.length > (good ? 1 : 0)) left.push("url");
  return {
    DOI: take("doi").replace(/^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|^doi:\s*/iu, ""),
    URL: good,
    ISSN: issn.join("; "),
    ISBN: isbn.join("; "),
    PMID: pmid,
    PMCID: take("pmcid"),
  };
}
