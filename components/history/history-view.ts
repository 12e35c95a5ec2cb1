import type { EditionId, RevisionId } from "@/domain/ids";
import type { EditionKind } from "@/domain/publishing/edition";
import type { BlockChange } from "@/domain/review/compare";

/** One fact of a history: who did what, in words that follow the name, and when; `times` counts saves in a row. */
export type HistoryLine = { seq: string; at: string; type: string; by: string; words: string; times: number };

/** A snapshot of the draft that can be looked at and brought back. */
export type RevisionLine = {
  id: RevisionId;
  kind: string;
  note: string;
  version: number;
  at: string;
  by: string;
};

/** A published edition with its own permanent address. */
export type PublishedLine = {
  id: EditionId;
  number: number;
  kind: EditionKind;
  title: string;
  note: string | null;
  at: string;
  by: string;
  path: string;
  live: boolean;
};

/** What became of a part of the text between a revision and the draft as it stands. */
export type ComparedPart = {
  id: string;
  heading: string;
  changes: BlockChange[];
  size: { added: number; removed: number };
};

type Counts = { citation: number; link: number; label: number; reference: number };

/** What an import brought, and what was found in it. */
export type ImportLine = {
  id: string;
  name: string;
  at: string;
  by: string;
  found: Counts;
  resolved: Counts;
  held: Counts;
  lines: { what: string; text: string; reason: string }[];
  warnings: string[];
};
