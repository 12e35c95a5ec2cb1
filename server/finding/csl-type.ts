import { type SourceRecord, sourceTypes } from "@/domain/source/record";

/** The CSL 1.0.2 type of that name, also where it is written with another dash or in an older spelling; null for none. */
export function cslTypeOf(name: string): SourceRecord["type"] | null {
  const plain = name.trim().toLowerCase();
  return sourceTypes.find((type) => type === plain || type.replaceAll("-", "_") === plain.replaceAll("-", "_")) ?? null;
}
