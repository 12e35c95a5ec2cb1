import type { CitationInText } from "@/domain/citation/formatted";
import type { Run } from "@/domain/citation/formatter";
import { houseStyle } from "@/domain/citation/house-style";
import type { SourceName, SourceRecord } from "@/domain/source/record";

/** The authors of a citation's first item as words of the sentence: "Lee and Ek", "Lee et al."; its title without any. */
export function leadOf<R extends string>(
  { items }: CitationInText<R, string>,
  records: ReadonlyMap<R, SourceRecord>,
  locale: string,
): Run[] {
  const reference = items[0]?.reference;
  const record = reference && records.get(reference);
  if (!reference || !record) return [];
  const names = (record.author ?? record.editor ?? []).map(familyOf);
  if (names.length === 0) return [{ text: houseStyle.short(record), reference }];
  const text =
    names.length > 2 ? `${names[0]} et al.` : new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
  return [{ text, reference }];
}

const familyOf = (name: SourceName): string =>
  "literal" in name ? name.literal : [name["non-dropping-particle"], name.family].filter(Boolean).join(" ");
