import { doiOf } from "./doi";
import { isbnsOf } from "./isbn";
import { yearOf } from "./names";
import { pmcidOf, pmidOf } from "./pubmed";
import type { SourceRecord } from "./record";

/**
 * What a librarian misses before this source can be found, in words ("a DOI, an address, or …"), or null when it can
 * be. One of these is enough: an identifier that verifies; a web address; a place in an archive; a place in a
 * periodical or a book; for works that stand alone, who made them, who published them and when.
 */
export function missingToFind(record: SourceRecord): string | null {
  if (hasIdentifier(record) || record.URL || record.archive_location || standsIn(record) || standsAlone(record))
    return null;
  return wanted(record);
}

function hasIdentifier({ DOI, ISBN, PMID, PMCID }: SourceRecord): boolean {
  if (DOI && doiOf(DOI)) return true;
  if (ISBN && isbnsOf(ISBN).length > 0) return true;
  return pmidOf(PMID ?? "") !== null || pmcidOf(PMCID ?? "") !== null;
}

/** A periodical, a book, a broadcast or a conference, and where or when in it. */
function standsIn(record: SourceRecord): boolean {
  if (!record["container-title"] && !record["event-title"] && !isReporter(record)) return false;
  return Boolean(record.volume ?? record.issue ?? record.page ?? record.number) || yearOf(record) !== null;
}

/** Law is found by its number and who made it; the name of the collection is custom. */
const isReporter = ({ type, number, authority }: SourceRecord): boolean =>
  law.has(type) && Boolean(number ?? authority);

function standsAlone(record: SourceRecord): boolean {
  if (numbered.has(record.type) && record.number && (record.authority ?? record.publisher)) return true;
  const made = record.author ?? record.editor ?? record.translator;
  return (
    whole.has(record.type) && Boolean(made ?? record.edition) && Boolean(record.publisher) && yearOf(record) !== null
  );
}

type Type = SourceRecord["type"];
const law: ReadonlySet<Type> = new Set(["bill", "hearing", "legal_case", "legislation", "regulation", "treaty"]);
const numbered: ReadonlySet<Type> = new Set(["patent", "report", "standard", "dataset", "software"]);
const whole: ReadonlySet<Type> = new Set([
  "book",
  "broadcast",
  "collection",
  "dataset",
  "entry-dictionary",
  "entry-encyclopedia",
  "map",
  "motion_picture",
  "musical_score",
  "pamphlet",
  "report",
  "software",
  "song",
  "standard",
  "thesis",
]);

function wanted({ type, ISBN, DOI, author, publisher }: SourceRecord): string {
  if (DOI && !doiOf(DOI)) return `a DOI that is one (“${DOI}” is not)`;
  if (ISBN && isbnsOf(ISBN).length === 0) return `an ISBN whose check digit holds (“${ISBN}” is mistyped)`;
  if (type.startsWith("article") || type === "chapter" || type === "paper-conference" || type.startsWith("review"))
    return "a DOI, an address, or the name of what it appeared in with its date or pages";
  if (law.has(type)) return "its number, an address, or the reporter and page";
  if (whole.has(type)) {
    const rest = [author ? null : "its author", publisher ? null : "its publisher", "its year"].filter(Boolean);
    return `an identifier (ISBN, DOI), an address, or ${rest.join(", ")}`;
  }
  return "an address, an identifier, or the archive that keeps it";
}
