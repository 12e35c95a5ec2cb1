import { z } from "zod";
import { type Actor, may } from "@/domain/access/policy";
import { type ArticleId, SectionId, UserId } from "@/domain/ids";
import { articlePath, editionPath } from "@/domain/publishing/address";
import { type Obstacle, obstaclesTo } from "@/domain/publishing/publish";
import type { ArticleState } from "@/domain/review/machine";
import type { Finding } from "@/domain/rules/finding";
import type { LinkTarget, Reference } from "@/domain/rules/manuscript";
import type { RulePolicy } from "@/domain/rules/policy";
import { type FactsJson, factsToJson } from "@/domain/source/facts-json";
import { atOneMoment, type Tx } from "@/server/db";
import { type Draft, readDraft } from "@/server/db/draft";
import { judgeDraft } from "@/server/db/gate";
import { json, partFrom } from "@/server/db/rows";
import { type EditionRow, editionRows } from "./edition-rows";
import { namesOf } from "./names";
import { type SectionApproval, sectionApprovals } from "./workspace/approvals";
import { type CitingView, citingView } from "./workspace/citing";
import type { WorkLanguages } from "@/domain/publishing/languages";
import { languagesOf } from "./workspace/languages";
import { type Moves, movesFor } from "./workspace/moves";
import { type TopicChoice, topicsFor } from "./workspace/topics";
import { type ThreadView, threadsOf } from "./workspace/threads";
import { type CitationWord, citationWords } from "./workspace/verifications";
import { type WaiverView, waiversFor } from "./workspace/waivers";

/** An article's draft with all that the workspace shows of it; `document` and `references` are what the rules judge. */
export type Workspace = {
  article: {
    id: ArticleId;
    slug: string;
    title: string;
    state: ArticleState;
    version: number;
    stepCount: number;
    digest: string;
    words: number;
    owner: { id: UserId; name: string };
    createdAt: string;
    updatedAt: string;
    updatedBy: string;
    scheduled: { for: string; by: string } | null;
    refusal: { at: string; reasons: string[] } | null;
    withdrawn: { at: string; why: string } | null;
  };
  document: unknown;
  references: Reference[];
  citing: CitingView;
  links: [ArticleId, LinkTarget][];
  facts: FactsJson;
  policy: RulePolicy;
  findings: Finding[];
  openBlockers: number;
  obstacles: Obstacle[];
  waivers: WaiverView[];
  threads: ThreadView[];
  approvals: SectionApproval[];
  verifications: CitationWord[];
  deletedSections: { id: SectionId; heading: string | null; words: number; deletedAt: string; body: unknown }[];
  editions: EditionLine[];
  review: { number: number; note: string; submittedBy: string; openedAt: string } | null;
  /** How many holes the import held back; 0 for an article that was not imported. */
  heldAtImport: number;
  topics: TopicChoice[];
  languages: WorkLanguages;
  may: Moves;
};

export type EditionLine = Omit<EditionRow, "slug"> & { path: string; live: boolean };

/** The workspace of an article, all of one moment; null when there is none or the actor may not see it. */
export async function workspace(actor: Actor, articleId: ArticleId): Promise<Workspace | null> {
  if (!may("article.read", actor)) return null;
  const now = new Date();
  return atOneMoment(async (tx) => {
    const draft = await readDraft(tx, articleId);
    if (!draft) return null;
    const { article, manuscript } = draft;
    const { facts, findings, live } = await judgeDraft(tx, articleId, draft, now);
    return {
      article: await articleView(tx, articleId, article),
      document: json(manuscript.document.toJSON()),
      references: [...manuscript.references],
      citing: await citingView(tx, article),
      links: [...manuscript.links],
      facts: factsToJson(manuscript.facts),
      policy: manuscript.policy,
      findings,
      openBlockers: facts.blockers.length,
      obstacles: obstaclesTo({ kind: "publish", note: null }, facts),
      waivers: await waiversFor(tx, actor, articleId, findings, now),
      threads: await threadsOf(tx, articleId, actor.id),
      approvals: await sectionApprovals(tx, articleId, draft),
      verifications: await citationWords(tx, articleId, manuscript),
      deletedSections: await deletedSections(tx, articleId),
      editions: await editionsOf(tx, articleId, article.liveEditionId),
      review: await roundOf(tx, articleId),
      heldAtImport: await heldAtImport(tx, articleId),
      topics: await topicsFor(tx, articleId),
      languages: await languagesOf(tx, articleId, article.locale),
      may: movesFor(actor, article, live),
    };
  });
}

async function articleView(tx: Tx, id: ArticleId, article: Draft["article"]): Promise<Workspace["article"]> {
  const called = await namesOf(tx, [article.ownerId, article.updatedById, article.scheduledById]);
  const { slug, title, state, version, stepCount, digest, words, scheduledFor, withdrawnAt } = article;
  return {
    id,
    slug,
    title,
    state,
    version,
    stepCount,
    digest,
    words,
    owner: { id: UserId.parse(article.ownerId), name: called(article.ownerId) },
    createdAt: article.createdAt.toISOString(),
    updatedAt: article.updatedAt.toISOString(),
    updatedBy: called(article.updatedById),
    scheduled: scheduledFor && { for: scheduledFor.toISOString(), by: called(article.scheduledById) },
    refusal: Refusal.parse(article.refusal),
    withdrawn: withdrawnAt && { at: withdrawnAt.toISOString(), why: article.withdrawnWhy ?? "" },
  };
}

const Refusal = z.object({ at: z.string(), reasons: z.array(z.string()) }).nullable();

async function deletedSections(tx: Tx, articleId: ArticleId): Promise<Workspace["deletedSections"]> {
  const rows = await tx.section.findMany({
    where: { articleId, kind: "section", deletedAt: { not: null } },
    orderBy: { deletedAt: "desc" },
    take: 100,
    select: { id: true, heading: true, words: true, deletedAt: true, body: true },
  });
  return rows.map(({ id, heading, words, deletedAt, body }) => ({
    id: SectionId.parse(id),
    heading,
    words,
    deletedAt: deletedAt?.toISOString() ?? "",
    body: json(partFrom(body).toJSON()),
  }));
}

async function editionsOf(tx: Tx, articleId: ArticleId, liveEditionId: string | null): Promise<EditionLine[]> {
  const rows = await editionRows(tx, articleId);
  return rows.map(({ slug, ...edition }) => {
    const live = edition.id === liveEditionId;
    return { ...edition, path: live ? articlePath(slug) : editionPath(slug, edition.number), live };
  });
}

async function roundOf(tx: Tx, articleId: ArticleId): Promise<Workspace["review"]> {
  const row = await tx.review.findFirst({ where: { articleId, closedAt: null } });
  if (!row) return null;
  const called = await namesOf(tx, [row.submittedById]);
  return {
    number: row.number,
    note: row.note,
    submittedBy: called(row.submittedById),
    openedAt: row.openedAt.toISOString(),
  };
}

async function heldAtImport(tx: Tx, articleId: ArticleId): Promise<number> {
  const row = await tx.import.findFirst({ where: { articleId }, orderBy: { at: "desc" }, select: { ledger: true } });
  return row ? Object.values(Held.parse(row.ledger).held).reduce((sum, count) => sum + count, 0) : 0;
}

const Held = z.object({ held: z.record(z.string(), z.number()) });
