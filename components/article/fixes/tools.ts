import type { MadeFrom } from "@/components/source/lookup/looked-up-form";
import type { SourceHit } from "@/components/source/source-hit";
import type { ArticleId, CitationId, ReferenceId, WaiverId } from "@/domain/ids";
import type { Finding } from "@/domain/rules/finding";
import type { Reference } from "@/domain/rules/manuscript";
import type { SourceRecord } from "@/domain/source/record";

/** An article that a placeholder link may come to point at. */
export type ArticleHit = { id: ArticleId; title: string; published: boolean };

/** What a source is made for: the citation to bind it to, the raw line that it comes from, either or neither. */
export type SourcePurpose = { citation: CitationId | null; reference: ReferenceId | null };

/** The hands that the fixes work with; each answers what went wrong, in words, or null. The workspace supplies them. */
export type FixTools = {
  references: readonly Reference[];
  searchSources: (query: string) => Promise<SourceHit[]>;
  searchArticles: (query: string) => Promise<ArticleHit[]>;
  readRecords: (text: string) => Promise<{ records: SourceRecord[]; problems: string[] }>;
  bindCitation: (citation: CitationId, hit: SourceHit) => Promise<string | null>;
  createSource: (record: SourceRecord, purpose: SourcePurpose, made: MadeFrom) => Promise<string | null>;
  listSource: (hit: SourceHit) => Promise<string | null>;
  resolveReference: (reference: ReferenceId, hit: SourceHit) => Promise<string | null>;
  removeReference: (reference: ReferenceId) => Promise<string | null>;
  dropLabel: (reference: ReferenceId, label: string) => Promise<string | null>;
  deleteCitation: (citation: CitationId) => void;
  linkPlaceholder: (placeholder: string, target: { article: ArticleHit } | { href: string } | { text: string }) => void;
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
