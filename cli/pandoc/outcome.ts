import { createHash } from "node:crypto";

/** What becomes of a paper's citations: keys that were found, keys that were not, and the list with a hash per entry. */
export type Outcome = { resolved: string[]; unresolved: string[]; entries: { key: string; hash: string }[] };

/** The text of an entry with its white space made one kind; no-break spaces are blanks, too. */
export const normalised = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();

/** Twelve hexadecimal digits of the SHA-256 of an entry's normalised text. */
export const hashOf = (text: string): string =>
  createHash("sha256").update(normalised(text)).digest("hex").slice(0, 12);
