import type { CitedSource } from "@/domain/rules/manuscript";

/** What a bibliography has under a key: the source, null where its entry is too thin to be one, and the entry as written. */
export type BibliographyEntry = { source: CitedSource | null; original: string };

/** The bibliography that a draft came with, by key, in the order of its files. */
export type Bibliography = ReadonlyMap<string, BibliographyEntry>;

export const noBibliography: Bibliography = new Map();
