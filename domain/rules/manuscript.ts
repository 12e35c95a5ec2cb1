import type { Node } from "prosemirror-model";
import type { ArticleId, ReferenceId, SectionId, SourceId, ThreadId } from "@/domain/ids";
import type { Facts } from "@/domain/source/facts";
import type { SourceRecord } from "@/domain/source/record";
import type { RulePolicy } from "./policy";

/**
 * All that a rule may look at: the tree, its references and their source records, the state of link targets, the
 * open threads and what checks of the sources found. It is the same object in the browser, on the server, in the CLI and in CI.
 */
export type Manuscript = {
  document: Node;
  references: readonly Reference[];
  /** The articles that `articleLink` marks point at; one that is absent here does not exist. */
  links: ReadonlyMap<ArticleId, LinkTarget>;
  threads: readonly OpenThread[];
  /** Stored results of external checks, with their age. */
  facts: Facts;
  policy: RulePolicy;
};

/**
 * An entry of an article's own source list: a source, or a raw line that is not a source yet. `original` keeps the text
 * that was imported; `labels` the numbers that it bore there; `ownNumber` says that its one label is its place in a
 * numbered list, rather than a remnant of some other numbering.
 */
export type Reference = {
  id: ReferenceId;
  original: string | null;
  labels: readonly string[];
  ownNumber: boolean;
  source: CitedSource | null;
};

export type CitedSource = { id: SourceId; record: SourceRecord };
export type LinkTarget = { title: string; slug: string; published: boolean };
export type OpenThread = { id: ThreadId; section: SectionId; excerpt: string };
