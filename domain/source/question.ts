import { guessRecord } from "./guess";
import { identifierOf, type Pasted } from "./pasted";
import type { SourceRecord } from "./record";

/**
 * What services are asked about a pasted thing: for a line of a reference list the identifier or address that stands in
 * it, which is surer than its words; the words themselves where there is none. Everything else is asked about as it is.
 */
export function questionOf(pasted: Pasted): Pasted {
  if (pasted.kind !== "line") return pasted;
  const { DOI, ISBN, PMID, number, URL } = guessRecord(pasted.value);
  const told = [DOI, PMID ? `PMID: ${PMID}` : undefined, number, ISBN, URL];
  const found = told.map((text) => (text ? identifierOf(text) : null)).find((one) => one !== null);
  return found ? { ...found, text: pasted.text } : pasted;
}

/**
 * How well a work fits a line of a reference list, from 0 to 1: its title's words in the line, then its year and its
 * first author's name. A search by words always finds something; below a half it hardly ever is the work that is meant. A title of
 * one word alone proves little.
 */
export function fitOf(line: string, record: SourceRecord): number {
  const there = new Set(wordsOf(line));
  const title = wordsOf(record.title.replace(/[:.?!].*$/u, "")).filter((word) => word.length > 2);
  if (title.length === 0) return 0;
  const words = title.filter((word) => there.has(word)).length / title.length;
  const year = record.issued?.["date-parts"][0]?.[0];
  const [first] = record.author ?? record.editor ?? [];
  const family = first ? wordsOf("literal" in first ? first.literal : first.family) : [];
  const named = family.some((word) => there.has(word));
  return (
    words * (title.length > 1 ? 0.6 : 0.4) +
    (year !== undefined && there.has(String(year)) ? 0.2 : 0) +
    (named ? 0.2 : 0)
  );
}

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
