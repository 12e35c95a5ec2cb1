import type { Bibliography } from "@/domain/importing/bibliography";
import type { DraftTree } from "@/domain/importing/tree";
import type { Manner } from "@/server/bibliography/reading";
import { takeMetadata } from "./pandoc/metadata";
import { type BibliographyFile, readBibliography } from "./read-bibliography";
import { readDraft } from "./read-draft";

/** A draft with the bibliography that it came with; `problems` are sentences on what of that could not be read. */
export type PaperRead = { tree: DraftTree; bibliography: Bibliography; isPaper: boolean; problems: string[] };

/** Reads a draft together with its bibliographies: files, and the references of its own head. Ids come from `newId`. */
export function readPaperAndBibliography(
  text: string,
  name: string | null,
  files: readonly BibliographyFile[],
  newId: () => string,
  manner: Manner = {},
): PaperRead {
  const own = /^---[ \t]*\r?$/mu.test(text) ? takeMetadata(text.replace(/\r\n?/gu, "\n")).references : [];
  const { bibliography, problems } = readBibliography(files, own, newId, manner);
  const read = readDraft(text, name, files.length > 0 || own.length > 0);
  const isPaper = files.length > 0 || read.elsewhere !== null;
  return { tree: { ...read, warnings: [...read.warnings, ...problems] }, bibliography, isPaper, problems };
}

/** The bibliographies that a paper names in its head, as it names them. */
export const namedBibliographies = (text: string): readonly string[] =>
  /^---[ \t]*\r?\n/u.test(text) ? takeMetadata(text.replace(/\r\n?/gu, "\n")).bibliography : [];
