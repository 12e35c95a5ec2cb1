import { ReferenceId } from "@/domain/ids";
import type { Reference } from "@/domain/rules/manuscript";
import type { Bibliography } from "./bibliography";
import { labelsOf } from "./reference-line";
import type { SourceLine } from "./source-list";
import type { Definition, Elsewhere } from "./tree";

/** The references of an import while it goes on, and which number or key means which of them. */
export type ReferenceBook = {
  references: Reference[];
  labels: ReadonlySet<string>;
  warnings: string[];
  /** The reference that a key means; null when none or more than one bears it. */
  find: (key: string, footnote: boolean) => ReferenceId | null;
  /** Adds a source that stands in a sentence itself. */
  add: (original: string) => ReferenceId;
  /** Lists a work that no sentence cites; one that the bibliography does not have is listed as the key alone, a hole. */
  list: (cited: Elsewhere) => void;
};

type Written = { list: readonly SourceLine[]; notes: readonly Definition[]; numbered: readonly Definition[] };

/** Makes references of source lines and footnotes. None is a source yet: nobody has said yes to it. */
export function bookOf(
  { list, notes, numbered }: Written,
  known: ReadonlyMap<string, ReferenceId>,
  newId: () => string,
  bibliography: Bibliography,
): ReferenceBook {
  const references: Reference[] = [];
  const add = (original: string, labels: string[] = [], ownNumber = false): ReferenceId => {
    const id = ReferenceId.parse(newId());
    references.push({ id, original, labels, ownNumber, source: null });
    return id;
  };
  const byKey = new Map<string, ReferenceId>();
  /** Entries of a bibliography join the list where they are first cited. */
  const fromBibliography = (key: string, labels: string[]): ReferenceId | null => {
    const joined = byKey.get(key);
    const entry = bibliography.get(key);
    if (joined !== undefined || !entry) return joined ?? null;
    const id = ReferenceId.parse(newId());
    references.push({ id, original: entry.original || null, labels, ownNumber: false, source: entry.source });
    byKey.set(key, id);
    return id;
  };
  const byNumber = new Map<string, ReferenceId | null>(known);
  const warnings: string[] = [];
  const name = (labels: readonly string[], id: ReferenceId) => {
    for (const label of labels) {
      if (byNumber.has(label))
        warnings.push(`More than one entry of the source list bears ${label}: nothing is bound to it.`);
      byNumber.set(label, byNumber.has(label) ? null : id);
    }
  };
  for (const line of list) {
    const { labels, ownNumber } = labelsOf(line.text, line.place);
    name(labels, add(line.text, labels, ownNumber));
  }
  for (const { label, text } of numbered) name([label], add(text, [label], true));
  const byNote = new Map<string, ReferenceId | null>();
  for (const { label, text } of notes) {
    const id = add(text, [label], true);
    byNote.set(label, byNote.has(label) ? null : id);
  }
  return {
    references,
    labels: new Set(byNumber.keys()),
    warnings,
    find: (key, footnote) => {
      if (footnote && byNote.has(key)) return byNote.get(key) ?? null;
      return byNumber.has(key) ? (byNumber.get(key) ?? null) : fromBibliography(key, [key]);
    },
    add,
    list: ({ key }) => {
      const keys = key === "*" ? [...bibliography.keys()] : [key];
      for (const wanted of keys) if (!byNumber.has(wanted) && fromBibliography(wanted, []) === null) add(`@${wanted}`);
    },
  };
}
