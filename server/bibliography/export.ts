import type { SourceRecord } from "@/domain/source/record";
import { formats, type WrittenFormat } from "./formats";
import { keyMaker } from "./keys";

/** Writes records as a file of a format, piece by piece, as they come: a large library is never held whole. */
export async function* exported(format: WrittenFormat, records: AsyncIterable<SourceRecord>): AsyncGenerator<string> {
  const { open, entry, between, close } = formats[format].write;
  const keyOf = keyMaker();
  let first = true;
  yield open;
  for await (const record of records) {
    yield (first ? "" : between) + entry(keyOf(record), record);
    first = false;
  }
  yield close;
}
