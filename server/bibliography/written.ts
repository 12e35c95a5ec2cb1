import { canonicalJson } from "@/domain/document/canonical";
import type { SourceRecord } from "@/domain/source/record";
import { formats, type WrittenFormat } from "./formats";

/** One record as an entry of a format, with the fields that reading it back does not give as they were. */
export type Written = { text: string; lost: string[] };

/** Writes a record and reads it back: what the format cannot say of it is known, not guessed. */
export function written(format: WrittenFormat, key: string, record: SourceRecord): Written {
  const { read, write } = formats[format];
  const text = write.entry(key, record);
  const back = read(write.open + text + write.close).entries[0]?.record;
  return { text, lost: back ? differences(record, back) : Object.keys(record) };
}

function differences(one: SourceRecord, other: SourceRecord): string[] {
  const [said, back] = [new Map<string, unknown>(Object.entries(one)), new Map<string, unknown>(Object.entries(other))];
  const fields = new Set([...said.keys(), ...back.keys()]);
  return [...fields].filter(
    (field) => said.has(field) !== back.has(field) || canonicalJson(said.get(field)) !== canonicalJson(back.get(field)),
  );
}
