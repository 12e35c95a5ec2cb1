import { dateOf } from "@/domain/citation/issued";
import { listedName } from "@/domain/source/names";
import type { SourceRecord } from "@/domain/source/record";
import { typeLabel } from "./type-label";

/** A field of a record in words: what it is called and what stands in it. */
export type ShownField = { name: keyof SourceRecord; label: string; value: string };

/** Everything that a record says, in the order that librarians read it. */
export function shownFields(record: SourceRecord): ShownField[] {
  return order.flatMap(([name, label]) => {
    const value = valueOf(record, name);
    return value ? [{ name, label, value }] : [];
  });
}

const order: [Exclude<keyof SourceRecord, "marks">, string][] = [
  ["type", "Type"],
  ["title", "Title"],
  ["author", "Authors"],
  ["editor", "Editors"],
  ["translator", "Translators"],
  ["issued", "Date"],
  ["container-title", "In"],
  ["collection-title", "Series"],
  ["event-title", "Event"],
  ["volume", "Volume"],
  ["issue", "Issue"],
  ["number", "Number"],
  ["page", "Pages"],
  ["edition", "Edition"],
  ["publisher", "Publisher"],
  ["publisher-place", "Place"],
  ["genre", "Kind"],
  ["medium", "Medium"],
  ["authority", "Authority"],
  ["archive", "Archive"],
  ["archive_location", "Place in the archive"],
  ["DOI", "DOI"],
  ["ISBN", "ISBN"],
  ["ISSN", "ISSN"],
  ["PMID", "PMID"],
  ["PMCID", "PMCID"],
  ["URL", "Web address"],
  ["accessed", "Looked at on"],
  ["language", "Language"],
  ["title-short", "Short title"],
  ["container-title-short", "In, for short"],
  ["volume-title", "Title of the volume"],
  ["part-number", "Part"],
  ["part-title", "Title of the part"],
  ["collection-number", "Number in the series"],
  ["collection-editor", "Editors of the series"],
  ["container-author", "Authors of the whole"],
  ["chapter-number", "Chapter"],
  ["section", "Section"],
  ["number-of-pages", "Length in pages"],
  ["number-of-volumes", "Number of volumes"],
  ["version", "Version"],
  ["status", "Status"],
  ["compiler", "Compilers"],
  ["composer", "Composers"],
  ["contributor", "Contributors"],
  ["director", "Directors"],
  ["host", "Hosts"],
  ["illustrator", "Illustrators"],
  ["interviewer", "Interviewers"],
  ["performer", "Performers"],
  ["producer", "Producers"],
  ["recipient", "Recipients"],
  ["event-place", "Place of the event"],
  ["event-date", "Date of the event"],
  ["submitted", "Submitted"],
  ["available-date", "Available from"],
  ["original-title", "Original title"],
  ["original-author", "Original authors"],
  ["original-publisher", "Original publisher"],
  ["original-publisher-place", "Original place"],
  ["original-date", "Original date"],
  ["reviewed-title", "Reviews"],
  ["reviewed-author", "Authors of what is reviewed"],
  ["jurisdiction", "Jurisdiction"],
  ["references", "Refers to"],
  ["archive_collection", "Collection in the archive"],
  ["archive-place", "Archive's place"],
  ["call-number", "Call number"],
  ["dimensions", "Dimensions"],
  ["scale", "Scale"],
  ["keyword", "Keywords"],
  ["abstract", "Abstract"],
  ["note", "Note"],
  ["annote", "Annotation"],
];

function valueOf(record: SourceRecord, name: Exclude<keyof SourceRecord, "marks">): string {
  if (name === "type") return typeLabel(record.type);
  const value = record[name];
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(listedName).join("; ");
  return dateOf(value);
}
