import type { FigureChange } from "@/components/editor/figures";
import type { MadeFrom } from "@/components/source/lookup/looked-up-form";
import type { SourceHit } from "@/components/source/source-hit";
import type { ArticleId, CitationId, ReferenceId, SourceId, WaiverId } from "@/domain/ids";
import type { Finding } from "@/domain/rules/finding";
import type { Reference } from "@/domain/rules/manuscript";
import type { Facts, QuoteFact } from "@/domain/source/facts";
import type { SourceRecord } from "@/domain/source/record";

/** An article that a placeholder link may come to point at. */
export type ArticleHit = { id: ArticleId; title: string; published: boolean };

/** What a source is made for: the citation to bind it to, the raw line that it comes from, either or neither. */
export type SourcePurpose = { citation: CitationId | null; reference: ReferenceId | null };

/** A quote in the text: where it stands, whose words it says it is, and what looking for it said. */
export type QuoteInText = {
  citation: CitationId;
  item: number;
  source: SourceId;
  quote: string;
  known: QuoteFact | null;
};

/** The hands that the fixes work with; each answers what went wrong, in words, or null. The workspace supplies them. */
export type FixTools = {
  references: readonly Reference[];
  facts: Facts;
  /** The quote that a finding at a citation is about, as the text has it now; null when it is gone. */
  quoteOf: (finding: Finding) => QuoteInText | null;
  changeQuote: (quote: QuoteInText, words: string) => void;
  /** Makes every citation that rests on an entry rest on another source. */
  replaceSource: (reference: ReferenceId, hit: SourceHit) => Promise<string | null>;
  /** Has a source's address and standing looked at again. */
  checkNow: (source: SourceId) => Promise<string | null>;
  /** Searches answer null where the desk does not answer. */
  searchSources: (query: string) => Promise<SourceHit[] | null>;
  searchArticles: (query: string) => Promise<ArticleHit[] | null>;
  readRecords: (text: string) => Promise<{ records: SourceRecord[]; problems: string[] }>;
  bindCitation: (citation: CitationId, hit: SourceHit) => Promise<string | null>;
  /** Cites a source at the cursor, and puts it on the article's list where it is not there yet. */
  citeHere: (hit: Pick<SourceHit, "source" | "reference">) => Promise<string | null>;
  createSource: (record: SourceRecord, purpose: SourcePurpose, made: MadeFrom) => Promise<string | null>;
  listSource: (hit: SourceHit) => Promise<string | null>;
  resolveReference: (reference: ReferenceId, hit: SourceHit) => Promise<string | null>;
  removeReference: (reference: ReferenceId) => Promise<string | null>;
  dropLabel: (reference: ReferenceId, label: string) => Promise<string | null>;
  deleteCitation: (citation: CitationId) => void;
  linkPlaceholder: (placeholder: string, target: { article: ArticleHit } | { href: string } | { text: string }) => void;
  /** Changes what is said of the figure at a position, or of the one that is nearest. */
  changeFigure: (at: number, change: FigureChange) => void;
  goTo: (finding: Finding) => void;
  editSource: (reference: ReferenceId) => void;
  requestWaiver: (finding: Finding, reason: string, days: number) => Promise<string | null>;
};

/** A waiver as the panel shows it. */
export type WaiverView = {
  id: WaiverId;
  fingerprint: string;
  reason: string;
  requestedBy: string;
  confirmedBy: string | null;
  expiresAt: string;
  mayConfirm: boolean;
  mayWithdraw: boolean;
};
