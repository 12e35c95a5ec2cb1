import type { SourceRecord } from "@/domain/source/record";
import { shownFields } from "./record-fields";

/** A field that one of two records has, with what each says (or an empty text), and whether they differ in it. */
export type ComparedField = { name: string; label: string; values: [string, string]; differ: boolean };

/** The fields of two records beside each other; those that differ come first, since they are what has to be decided. */
export function comparedFields(left: SourceRecord, right: SourceRecord): ComparedField[] {
  const fields = [shownFields(left), shownFields(right)] as const;
  const names = new Map(fields.flat().map((field) => [field.name, field.label]));
  const valueOf = (at: 0 | 1, name: string) => fields[at].find((field) => field.name === name)?.value ?? "";
  return [...names]
    .map(([name, label]): ComparedField => {
      const values: [string, string] = [valueOf(0, name), valueOf(1, name)];
      return { name, label, values, differ: values[0] !== values[1] };
    })
    .toSorted((a, b) => Number(b.differ) - Number(a.differ));
}

/** How many articles a source is used in, in words. */
export const usedIn = (articles: number): string =>
  articles === 0 ? "not used yet" : `used in ${articles === 1 ? "1 article" : `${articles} articles`}`;
