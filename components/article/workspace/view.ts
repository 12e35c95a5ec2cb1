import type { WorkLanguages } from "@/domain/publishing/languages";
import type { WaiverView } from "@/components/article/fixes/tools";
import type { ArticleId, CitationId, SectionId, ThreadId } from "@/domain/ids";
import type { Obstacle } from "@/domain/publishing/publish";
import type { TextQuote } from "@/domain/review/anchor";
import type { ArticleState } from "@/domain/review/machine";
import type { Standing } from "@/domain/review/verification";
import type { LinkTarget, Reference } from "@/domain/rules/manuscript";
import type { RulePolicy } from "@/domain/rules/policy";
import type { FactsJson } from "@/domain/source/facts-json";

/** All that the workspace is given; the document is read once, everything else follows the server's newest answer. */
export type WorkspaceView = {
  article: {
    id: ArticleId;
    slug: string;
    title: string;
    state: ArticleState;
    version: number;
    digest: string;
    stepCount: number;
    scheduled: { for: string; by: string } | null;
    refusal: { at: string; reasons: string[] } | null;
    withdrawn: { at: string; why: string } | null;
  };
  document: unknown;
  person: { id: string; name: string };
  references: Reference[];
  citing: CitingView;
  links: [ArticleId, LinkTarget][];
  /** What checks found out about the sources, and what the house makes of the rules. */
  facts: FactsJson;
  policy: RulePolicy;
  threads: ThreadView[];
  waivers: WaiverView[];
  approvals: { section: SectionId; live: { by: string } | null; outdated: { by: string } | null }[];
  /** What reviewers said of citations. */
  verifications: CitationWord[];
  deletedSections: { id: SectionId; heading: string | null; body: unknown }[];
  topics: { id: string; name: string; chosen: boolean }[];
  languages: WorkLanguages;
  editions: { number: number; kind: string; publishedAt: string; note: string | null; path: string; live: boolean }[];
  /** What the import held back, to show how far the mending has come; 0 for an article that was not imported. */
  heldAtImport: number;
  /** What stands between the draft and publication now, whoever asks. */
  obstacles: Obstacle[];
  may: WorkspaceMoves;
};

/** A reviewer's word on one item of a citation; `mark` is of the words that it is on. */
export type CitationWord = { citation: CitationId; position: number; mark: string; standing: Standing };

/** The citation style and language of the article (null: the site's), and the styles that can be chosen. */
export type CitingView = {
  style: string | null;
  locale: string | null;
  site: { style: string; locale: string };
  styles: { id: string; title: string }[];
};

/** What the person may do here, in this state of the draft. */
export type WorkspaceMoves = {
  edit: boolean;
  comment: boolean;
  submit: boolean;
  withdraw: boolean;
  approve: boolean;
  publish: boolean;
  schedule: boolean;
  unschedule: boolean;
  retract: boolean;
  withdrawByLaw: boolean;
};

export type ThreadView = {
  id: ThreadId;
  section: SectionId;
  anchor: TextQuote;
  resolved: { by: string; at: string } | null;
  comments: { id: string; author: string; body: string; at: string }[];
};
