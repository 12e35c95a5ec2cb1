import type { CitationId, SourceId } from "@/domain/ids";

/** What the checks of an address come to. Unknown is neither pass nor dead: `unchecked` and `unreachable` are unknown. */
export const linkStates = [
  "unchecked",
  "alive",
  "redirected",
  "soft-404",
  "paywalled",
  "bot-walled",
  "gone",
  "dead",
  "unreachable",
  "unsafe",
] as const;
export type LinkState = (typeof linkStates)[number];

/** What is known of whether a work still stands; `clear` means that it was looked up and nothing was found against it. */
export const standingStates = ["unchecked", "clear", "retracted", "concern", "corrected", "reinstated"] as const;
export type StandingState = (typeof standingStates)[number];

/** What looking for a quote in a capture says; `unchecked` when nobody has looked, `unreadable` when there was nothing to look in. */
export const quoteVerdicts = ["unchecked", "exact", "altered", "not-found", "unreadable"] as const;
export type QuoteVerdict = (typeof quoteVerdicts)[number];

/** What is known of one source from outside; times are ISO 8601, null where it was never looked at. */
export type SourceFacts = {
  /** Null for a source without an address. */
  link: { state: LinkState; since: string; checkedAt: string | null; finalUrl: string | null; reason: string } | null;
  /** Null for a source without an identifier that notices are kept by (DOI, PMID). */
  standing: { state: StandingState; checkedAt: string | null; notice: string | null; noticedOn: string | null } | null;
  /** The newest capture, or null; `archiveUrl` is a public archive's copy. */
  capture: { at: string; sha256: string; readable: boolean } | null;
  archiveUrl: string | null;
};

/** What is known of one quote: the verdict on it in the source's newest readable capture, with the passage found. */
export type QuoteFact = { verdict: QuoteVerdict; checkedAt: string | null; passage: string | null };

/** A reviewer's standing dispute of one item of a citation: `support` is the very text that it is of (domain/review/support). */
export type Dispute = { citation: CitationId; support: string; note: string; by: string; at: string };

/**
 * All stored results of external checks that rules may look at, with the moment of reading as their "now". A source or
 * quote that is absent was never checked. `quotes` is keyed by `quoteKey`.
 */
export type Facts = {
  at: string;
  sources: ReadonlyMap<SourceId, SourceFacts>;
  quotes: ReadonlyMap<string, QuoteFact>;
  /** What reviewers dispute, on whatever text; only those of a text that stands are found in it. */
  disputes: readonly Dispute[];
  /** Hosts that are ourselves, without `www`. */
  ownHosts: readonly string[];
};

/** The key of a quote of a source in `Facts.quotes`. */
export const quoteKey = (source: SourceId, quote: string): string => `${source} ${plainQuote(quote)}`;

/** A quote as it is looked for and kept: composed characters (NFC) and single spaces. */
export const plainQuote = (quote: string): string => quote.normalize("NFC").replace(/\s+/gu, " ").trim();

/** No facts: what a draft is judged with where nobody looks anything up (the command line). */
export const noFacts: Facts = {
  at: "1970-01-01T00:00:00.000Z",
  sources: new Map(),
  quotes: new Map(),
  disputes: [],
  ownHosts: [],
};

/**
 * Says whether these facts were read from anywhere. Where nobody looked, rules say nothing of what is unknown, and whoever
 * shows their findings says that nothing was looked up.
 */
export const wereRead = (facts: Facts): boolean => facts.at !== noFacts.at;
