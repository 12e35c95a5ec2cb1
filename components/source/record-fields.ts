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

const order: [keyof SourceRecord, string][] = [
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
  ["abstract", "Abstract"],
  ["note", "Note"],
];

function valueOf(record: SourceRecord, name: keyof SourceRecord): string {
  if (name === "type") return typeLabel(record.type);
  const value = record[name];
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(listedName).join("; ");
  return dateOf(value);
}
