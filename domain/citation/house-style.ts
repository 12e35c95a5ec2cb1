import type { SourceRecord } from "@/domain/source/record";
import type { CitationFormatter, Run } from "./formatter";
import { dateOf, yearOf } from "./issued";
import { namesOf, shortNamesOf } from "./names";
import { containerOf, makeOf } from "./surroundings";
import { whereaboutsOf } from "./whereabouts";

/**
 * The house's own style, for reading rather than for a registry: who, what, in what, when, and where to find it. A work
 * that stands alone is in italics; a part of something is in quotation marks and its container in italics.
 */
export const houseStyle: CitationFormatter = {
  entry: (record) => sentences([who(record), titleRuns(record), containerOf(record), makeOf(record), found(record)]),
  short: (record) => {
    const name = shortNamesOf(record.author ?? record.editor);
    const year = yearOf(record.issued);
    return [name, isPart(record) ? `“${record.title}”` : record.title, year].filter(Boolean).join(", ");
  },
};

function who(record: SourceRecord): Run[] {
  const authors = namesOf(record.author);
  if (authors) return [{ text: authors }];
  const editors = isPart(record) ? "" : namesOf(record.editor);
  return editors ? [{ text: `${editors} (${(record.editor ?? []).length > 1 ? "eds" : "ed."})` }] : [];
}

function titleRuns(record: SourceRecord): Run[] {
  if (!isPart(record)) return [{ text: record.title, italic: true }];
  const stop = /[.?!…]$/u.test(record.title) ? "" : ".";
  return [{ text: `“${record.title}${stop}”` }];
}

function found(record: SourceRecord): Run[] {
  const place = whereaboutsOf(record);
  const seen = record.URL && !record.DOI ? dateOf(record.accessed) : "";
  return seen && place.length > 0 ? [...place, { text: `, seen ${seen}` }] : place;
}

const alone: readonly SourceRecord["type"][] = [
  "book",
  "collection",
  "dataset",
  "graphic",
  "legal_case",
  "legislation",
  "map",
  "motion_picture",
  "musical_score",
  "pamphlet",
  "patent",
  "performance",
  "periodical",
  "regulation",
  "report",
  "software",
  "standard",
  "thesis",
  "treaty",
  "bill",
];

/** Whether the source is a part of something (an article, a chapter, a web page) rather than a work that stands alone. */
function isPart(record: SourceRecord): boolean {
  return !alone.includes(record.type);
}

/** Joins the pieces into sentences: each ends in one full stop, inside a closing quotation mark if it is there already. */
function sentences(pieces: readonly Run[][]): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces.filter((candidate) => candidate.length > 0)) {
    if (runs.length > 0) runs.push({ text: " " });
    runs.push(...piece);
    const last = piece.at(-1);
    if (last && !last.href && !/[.?!…][”)]?$/u.test(last.text)) runs.push({ text: "." });
  }
  return merged(runs);
}

/** Neighbouring plain runs become one. */
function merged(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last && !last.href && !run.href && !last.italic && !run.italic) last.text += run.text;
    else out.push({ ...run });
  }
  return out;
}
