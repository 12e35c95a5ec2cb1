import { citationsOf } from "@/domain/document/inlines";
import { partsOf } from "@/domain/document/parts";
import type { Bibliography } from "@/domain/importing/bibliography";
import type { SourceId } from "@/domain/ids";
import type { Imported } from "@/domain/importing/import";
import type { DraftTree } from "@/domain/importing/tree";

/** Where a key is cited: the section's heading (null in the opening), the words before it; or the field of the front matter. */
export type KeyPlace = { section: string | null; excerpt: string } | { field: string };
export type CitedKey = { key: string; places: KeyPlace[] };

/** The keys of a draft in the order that they are first cited, apart by whether the bibliography has them. */
export type CitedKeys = {
  resolved: CitedKey[];
  unresolved: CitedKey[];
  /** The key of each source that the bibliography has. */
  keyOf: ReadonlyMap<SourceId, string>;
};

/** Gathers every key that a draft cites. Keys that footnotes bear are no keys of a bibliography. */
export function citedKeysOf(
  { document }: Imported,
  { tree, bibliography }: { tree: DraftTree; bibliography: Bibliography },
): CitedKeys {
  const keys = new Map<string, KeyPlace[]>();
  const put = (key: string, place: KeyPlace) => keys.set(key, [...(keys.get(key) ?? []), place]);
  const headings = new Map(partsOf(document).map(({ id, heading }) => [id, heading]));
  const notes = new Set(tree.notes.map(({ label }) => label));
  for (const { items, marker, section, excerpt } of citationsOf(document))
    for (const { key } of items) {
      const isNumber = key !== null && /^\d{1,4}$/u.test(key) && !marker?.includes("@");
      const isNote = key !== null && (notes.has(key) || marker === `[^${key}]`);
      if (key === null || (!bibliography.has(key) && (isNumber || isNote))) continue;
      put(key, { section: headings.get(section) ?? null, excerpt });
    }
  for (const { key, field } of tree.elsewhere ?? [])
    if (key === "*") for (const each of bibliography.keys()) put(each, { field });
    else put(key, { field });
  const all = [...keys].map(([key, places]): CitedKey => ({ key, places }));
  return {
    resolved: all.filter(({ key }) => bibliography.has(key)),
    unresolved: all.filter(({ key }) => !bibliography.has(key)),
    keyOf: new Map([...bibliography].flatMap(([key, { source }]) => (source ? [[source.id, key] as const] : []))),
  };
}
