import { familyNamesOf, yearOf } from "@/domain/source/names";
import type { SourceRecord } from "@/domain/source/record";

/** Makes a citation key for each record of an export, “moreau1999links”, in ASCII, each once: a second one gets a letter. */
export function keyMaker(): (record: SourceRecord) => string {
  const used = new Map<string, number>();
  return (record) => {
    const who = ascii(familyNamesOf(record)[0] ?? "").slice(0, 30);
    const word =
      record.title
        .split(/\s+/u)
        .map(ascii)
        .find((one) => one.length > 3) ?? "";
    const key =
      `${who || (word ? "" : "source")}${yearOf(record) ?? ""}${word.slice(0, 30)}`.replaceAll("-", "") || "source";
    const times = used.get(key) ?? 0;
    used.set(key, times + 1);
    return times === 0 ? key : `${key}-${times + 1}`;
  };
}

const ascii = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^a-z0-9]/giu, "")
    .toLowerCase();
