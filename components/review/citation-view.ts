import type { Coverage, Standing } from "@/domain/review/verification";
import type { LinkState, QuoteVerdict, StandingState } from "@/domain/source/facts";
import type { Excerpt } from "@/domain/source/quote/excerpt";
import type { DiffPart } from "@/domain/source/quote/word-diff";

/** What a reviewer is told of one item of a citation. */
export type CitationView = {
  citation: string;
  position: number;
  digest: string;
  section: { id: string; heading: string };
  sentence: string;
  quote: string | null;
  where: string | null;
  stance: "disputes" | "discusses" | null;
  source: {
    id: string;
    line: string;
    url: string | null;
    archiveUrl: string | null;
    link: LinkState | null;
    standing: StandingState | null;
  };
  standing: Standing;
  copy: { at: string } | { unreadable: true } | null;
  passage: PassageView | null;
  mayVerify: boolean;
};

export type PassageView =
  | { kind: "found"; verdict: QuoteVerdict; excerpt: Excerpt; diff: DiffPart[]; older: boolean }
  | { kind: "likely" | "opening"; verdict: QuoteVerdict | null; excerpt: Excerpt };

export type { Coverage };

/** One row among the others: citations can rest on several things. */
export const rowOf = ({ citation, position }: Pick<CitationView, "citation" | "position">): string =>
  `${citation}-${position}`;
