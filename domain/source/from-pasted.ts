import { guessRecord } from "./guess";
import type { Pasted } from "./pasted";
import type { SourceRecord } from "./record";

/**
 * What can be said of a work from what was pasted alone, to begin a form with when no service answers: its identifier,
 * or what a line of a reference list says for sure.
 */
export function recordFromPasted({ kind, value }: Pasted): Partial<SourceRecord> {
  switch (kind) {
    case "doi":
      return { DOI: value };
    case "isbn":
      return { type: "book", ISBN: value };
    case "pmid":
      return { type: "article-journal", PMID: value };
    case "pmcid":
      return { type: "article-journal", PMCID: value };
    case "arxiv":
      return { type: "article", number: `arXiv:${value}`, URL: `https://arxiv.org/abs/${value}` };
    case "url":
      return { type: "webpage", URL: value };
    case "line":
      return guessRecord(value);
    default:
      return {};
  }
}
