import type { SourceName, SourceRecord } from "@/domain/source/record";
import { hasMonth, yearAhead, yearsIn } from "./dates";
import { type Legal, legalIn } from "./legal";
import { takeDatedPeople } from "./dated-people";
import { type People, takeBody, takePeople } from "./people";
import { prepare, type Prepared } from "./prepared";
import { quotedIn } from "./quoted";
import { cutAtComma, cutAtSentence } from "./title-end";
import { kindOf } from "./kind";
import { type Whereabouts, whereaboutsOf } from "./whereabouts";

/** A record as likely read, and for each of its fields how sure that is, from 0 to 1. */
export type ReadLine = { record: Partial<SourceRecord>; confidence: { [Field in keyof SourceRecord]?: number } };

/**
 * Reads a raw line of a reference list (APA, MLA, Chicago, Vancouver, Harvard, IEEE, newspapers and what people make of
 * them, in several languages) into a likely record. It never fails: what it cannot see is absent, what it is not sure of
 * says so. Only the first 1,500 characters are read.
 */
export function readLine(original: string): ReadLine {
  const line = prepare(original);
  const legal = legalIn(line.text);
  const seen = legal ? seenInLaw(legal) : see(line);
  const { where, year } = seen;
  const read: ReadLine = { record: {}, confidence: {} };
  const add = <Field extends keyof SourceRecord>(field: Field, value: SourceRecord[Field] | null, sure: number) => {
    if (value === null || value === undefined || value === "") return;
    read.record[field] = value;
    read.confidence[field] = Math.round(sure * 100) / 100;
  };
  const kind = kindOf(line, where, seen.title !== null);
  if (kind) add("type", kind.type, kind.sure);
  add("title", seen.title, seen.titleSure);
  add(seen.editors && where.kind !== "chapter" ? "editor" : "author", seen.people, seen.peopleSure);
  add("issued", year === null ? null : { "date-parts": [[year.year]] }, year?.confidence ?? 0);
  const sure = Math.min(0.95, seen.titleSure);
  add("container-title", where.container, where.kind === null ? sure - 0.1 : sure - 0.05);
  add("publisher", where.publisher, sure - 0.1);
  add("publisher-place", where.place, sure - 0.1);
  add("volume", where.volume, 0.9);
  add("issue", where.issue, 0.9);
  add("page", where.pages, 0.93);
  add("edition", where.edition, 0.95);
  add("DOI", line.doi, 0.99);
  add("ISBN", line.isbn, 0.99);
  add("PMID", line.pmid, 0.99);
  add("number", line.arxiv ?? legal?.number ?? null, 0.97);
  add("URL", line.address, 0.98);
  return read;
}

type Seen = {
  title: string | null;
  titleSure: number;
  people: SourceName[] | null;
  peopleSure: number;
  editors: boolean;
  year: { year: number; confidence: number } | null;
  where: Whereabouts;
};

const nowhere: Whereabouts = {
  container: null,
  publisher: null,
  place: null,
  edition: null,
  volume: null,
  issue: null,
  pages: null,
  kind: null,
};

function seenInLaw({ title, year, people }: Legal): Seen {
  return {
    title,
    titleSure: 0.9,
    people,
    peopleSure: 0.85,
    editors: false,
    year: year === null ? null : { year, confidence: 0.95 },
    where: nowhere,
  };
}

function see({ text }: Prepared): Seen {
  const people = headOf(text);
  const rest = text.slice(people?.end ?? 0);
  const early = yearAhead(rest);
  const afterYear = early ? rest.slice(early.end) : rest;
  const quoted = quotedIn(afterYear);
  const isQuoted =
    quoted !== null &&
    (people
      ? /^[\s.,:;—–-]*$/u.test(afterYear.slice(0, quoted.start))
      : isShortLead(afterYear.slice(0, quoted.start))) &&
    !(early?.bracketed && /^:? \p{Lu}|^:/u.test(afterYear.slice(quoted.end)) && afterYear.charAt(quoted.end) === ":");
  const cut = isQuoted
    ? { title: quoted.title, rest: afterYear.slice(quoted.end), confidence: people ? 0.97 : 0.93 }
    : unquoted(afterYear, people, early !== null);
  const lead = isQuoted && !people ? afterYear.slice(0, quoted.start).replace(/[\s.,:—–-]+$/u, "") : "";
  const late = people || isQuoted ? null : makersAfter(cut.rest);
  const where = whereaboutsOf(late ? cut.rest.slice(late.end) : cut.rest, isQuoted || early?.dated === true);
  const makers = people ?? late;
  const body = makers?.names.find((name) => "literal" in name);
  const isOutlet = isQuoted && body !== undefined && !early && !where.container && hasMonth(cut.rest);
  const outlet = isOutlet ? body.literal : makers ? "" : lead;
  const title = /^\([^)]*\)$|^\P{L}*$/u.test(cut.title) ? null : cut.title;
  return {
    title,
    titleSure: makers || isQuoted ? cut.confidence : Math.min(cut.confidence, 0.6),
    ...whoOf(isOutlet ? null : makers, title !== null),
    year: early?.year ? { year: early.year, confidence: early.bracketed ? 0.98 : 0.95 } : yearAfter(cut.rest),
    where: outlet && !where.container ? { ...where, container: outlet, kind: "newspaper" } : where,
  };
}

/** People, or the body that a line begins with; a year in brackets at the very beginning is passed over. */
function headOf(text: string): People | null {
  const skipped = /^\((?:1[5-9]|20)\d\d\) /u.exec(text)?.[0].length ?? 0;
  const rest = text.slice(skipped);
  const found = takeDatedPeople(rest) ?? takePeople(rest) ?? takeBody(rest);
  return found && { ...found, end: found.end + skipped };
}

const isShortLead = (lead: string): boolean =>
  lead.length < 60 && !/[\p{L}]$/u.test(lead.trimEnd().replace(/[,.:—–-]+$/u, (mark) => (mark ? "." : "")));

function unquoted(text: string, people: People | null, dated: boolean) {
  const body = text.replace(/^[\s.,;:—–-]+/u, "");
  const isNote = people !== null && !dated && text.startsWith(",");
  if (isNote) return cutAtComma(body);
  const cut = cutAtSentence(body);
  const named = people ? 0 : 0.1;
  if (!people && !dated && cut.rest === "") {
    const note = cutAtComma(body);
    return { ...note, confidence: note.confidence - 0.05 };
  }
  if (dated && cut.rest === "" && /, [\p{L}“]/u.test(body)) return cutAtComma(body);
  return { ...cut, confidence: cut.confidence - named };
}

/** Some put the title first; then the makers follow it. */
function makersAfter(rest: string): People | null {
  const skipped = /^[\s.,;]+/u.exec(rest)?.[0].length ?? 0;
  const found = takePeople(rest.slice(skipped));
  if (found && found.confidence >= 0.95) return { ...found, end: found.end + skipped, confidence: 0.8 };
  const body = takeBody(rest.slice(skipped));
  const isLast = body !== null && /^[.,:\s]*(?:1[5-9]|20)\d\d[.\s]*$/u.test(rest.slice(skipped + body.end));
  return isLast ? { ...body, end: body.end + skipped, confidence: 0.7 } : null;
}

/** Names that no title follows may be anything. */
function whoOf(makers: People | null, titled: boolean) {
  if (!makers) return { people: null, peopleSure: 0, editors: false };
  const { names, confidence, editors } = makers;
  return { people: names, peopleSure: titled ? confidence : Math.min(confidence, 0.6), editors };
}

function yearAfter(rest: string): Seen["year"] {
  const years = yearsIn(rest);
  const [best] = years;
  if (!best) return null;
  const rivals = new Set(years.map(({ year }) => year)).size;
  return {
    year: best.year,
    confidence: rivals === 1 ? best.confidence : Math.min(0.85, best.confidence - (hasMonth(rest) ? 0.02 : 0.1)),
  };
}
