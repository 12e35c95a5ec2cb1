import type { Origins, RecordField } from "@/domain/source/origins";
import { SourceRecord } from "@/domain/source/record";

/** Where fields came from, in names that a screen can show. */
export type ShownOrigins = Partial<
  Record<RecordField, { from: string; by: string | null; at: string; via: string | null }>
>;

/** Origins with the names of those who typed. */
export function shownOrigins(origins: Origins, called: (id: string | null) => string): ShownOrigins {
  const shown: ShownOrigins = {};
  for (const field of SourceRecord.keyof().options) {
    const origin = origins[field];
    if (!origin) continue;
    const { from, at, via = null, by } = origin;
    shown[field] = { from, at, via, by: by ? called(by) : null };
  }
  return shown;
}
