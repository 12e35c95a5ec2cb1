import { type Actor, may } from "@/domain/access/policy";
import { ArticleId, SectionId, SourceId } from "@/domain/ids";
import type { ArticleState } from "@/domain/review/machine";
import { describe } from "@/domain/source/describe";
import type { SourceRecord } from "@/domain/source/record";
import { atOneMoment, type Tx } from "@/server/db";
import { approvalsOf, matchApprovals } from "@/server/db/approvals";
import { originsFrom, recordFrom } from "@/server/db/rows";
import { type HistoryLine, linesOf } from "./history/lines";
import { namesOf } from "./names";
import { type CitingEdition, citingEditions, type CitingSentence, citingSentences } from "./source/citations";
import { type Evidence, evidenceOf } from "./source/evidence";
import { type ShownOrigins, shownOrigins } from "./shown-origins";

/** An article that has a source on its list, the sections that cite it, and which of those are approved as they stand. */
export type SourceUse = {
  articleId: ArticleId;
  title: string;
  state: ArticleState;
  published: boolean;
  sections: { id: SectionId; heading: string | null; approved: boolean }[];
};

export type SourcePage = {
  source: {
    id: SourceId;
    version: number;
    record: SourceRecord;
    line: string;
    keys: { scheme: string; value: string }[];
    tags: string[];
    /** Where each field came from; `by` is the name of who typed it. */
    origins: ShownOrigins;
    /** The text that the record was first read from, or null. */
    original: string | null;
    createdBy: string;
    createdAt: string;
    updatedAt: string;
    mergedInto: { id: SourceId; title: string } | null;
  };
  usedIn: SourceUse[];
  /** What an edit would change: so many texts, and so many approvals that would no longer be of the text that stands. */
  edit: { articles: number; sections: number; approvals: number };
  merged: { id: SourceId; title: string; mergeId: string | null; at: string; by: string }[];
  /** Sources that are likely the same work, of which nobody has said yet. */
  likely: { id: SourceId; title: string; reason: string }[];
  history: HistoryLine[];
  evidence: Evidence;
  /** The sentences of drafts that rest on it, and the editions whose lists have it. */
  sentences: CitingSentence[];
  editions: CitingEdition[];
  may: { edit: boolean; merge: boolean; check: boolean; tag: boolean };
};

/** A source with all that rests on it; null when there is none or the actor may not see it. */
export async function sourcePage(actor: Actor, sourceId: SourceId): Promise<SourcePage | null> {
  if (!may("source.read", actor)) return null;
  return atOneMoment(async (tx) => {
    const row = await tx.source.findUnique({ where: { id: sourceId } });
    if (!row) return null;
    const record = recordFrom(row.record);
    const keys = await tx.sourceKey.findMany({ where: { sourceId }, orderBy: [{ scheme: "asc" }, { value: "asc" }] });
    const origins = originsFrom(row.origins);
    const called = await namesOf(tx, [row.createdById, ...Object.values(origins).map(({ by }) => by ?? null)]);
    const into = row.mergedIntoId ? await titled(tx, { id: row.mergedIntoId }) : [];
    const usedIn = await usesOf(tx, sourceId);
    const sections = usedIn.flatMap((use) => use.sections);
    const events = await tx.event.findMany({
      where: {
        articleId: null,
        type: { in: [...historyTypes] },
        OR: [
          { data: { path: ["source"], equals: sourceId } },
          { type: "source.unmerged", data: { path: ["dropped"], equals: sourceId } },
          { type: "source.tagged", data: { path: ["sources"], array_contains: [sourceId] } },
        ],
      },
      orderBy: { seq: "desc" },
      take: 100,
    });
    return {
      source: {
        id: sourceId,
        version: row.version,
        record,
        line: describe(record),
        keys: keys.map(({ scheme, value }) => ({ scheme, value })),
        origins: shownOrigins(origins, called),
        original: row.original,
        tags: row.tags,
        createdBy: called(row.createdById),
        createdAt: row.createdAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
        mergedInto: into[0] ?? null,
      },
      usedIn,
      edit: {
        articles: usedIn.filter((use) => use.sections.length > 0).length,
        sections: sections.length,
        approvals: sections.filter((section) => section.approved).length,
      },
      merged: await mergedInto(tx, sourceId),
      likely: await likelySources(tx, sourceId),
      history: await linesOf(tx, events),
      evidence: await evidenceOf(tx, sourceId),
      sentences: await citingSentences(tx, sourceId),
      editions: await citingEditions(tx, sourceId),
      may: {
        edit: row.mergedIntoId === null && may("source.edit", actor),
        merge: row.mergedIntoId === null && may("source.merge", actor),
        check: row.mergedIntoId === null && may("source.check", actor),
        tag: row.mergedIntoId === null && may("source.tag", actor),
      },
    };
  });
}

/** What of history is about a source and is told on its page. */
const historyTypes = [
  "source.created",
  "source.edited",
  "source.merged",
  "source.unmerged",
  "source.tagged",
  "source.captured",
  "source.archived",
  "source.link-changed",
  "source.standing-changed",
  "source.text-changed",
] as const;

async function titled(tx: Tx, where: { id: string } | { mergedIntoId: string }) {
  const rows = await tx.source.findMany({ where, orderBy: { title: "asc" }, select: { id: true, title: true } });
  return rows.map(({ id, title }) => ({ id: SourceId.parse(id), title }));
}

/** What was merged into a source, with the merge where it can be taken back: what went over with another one cannot by itself. */
async function mergedInto(tx: Tx, sourceId: SourceId): Promise<SourcePage["merged"]> {
  const rows = await titled(tx, { mergedIntoId: sourceId });
  const merges = await tx.sourceMerge.findMany({ where: { keptId: sourceId, undoneAt: null } });
  const called = await namesOf(
    tx,
    merges.map(({ mergedById }) => mergedById),
  );
  return rows.map(({ id, title }) => {
    const merge = merges.find(({ mergedId }) => mergedId === id);
    const by = merge ? called(merge.mergedById) : "";
    return { id, title, mergeId: merge?.id ?? null, at: merge?.at.toISOString() ?? "", by };
  });
}

async function likelySources(tx: Tx, sourceId: SourceId): Promise<SourcePage["likely"]> {
  const rows = await tx.$queryRaw<{ id: string; title: string; reason: string }[]>`
    select s.id, s.title, d.reason from duplicate d
    join source s on s.id = case when d.source_id = ${sourceId}::uuid then d.other_id else d.source_id end
    where ${sourceId}::uuid in (d.source_id, d.other_id) and d.dismissed_at is null and s.merged_into is null
    order by d.score desc limit 5`;
  return rows.map(({ id, title, reason }) => ({ id: SourceId.parse(id), title, reason }));
}

async function usesOf(tx: Tx, sourceId: SourceId): Promise<SourceUse[]> {
  const references = await tx.reference.findMany({
    where: { sourceId, removedAt: null },
    select: { id: true, articleId: true },
  });
  const articles = await tx.article.findMany({
    where: { id: { in: references.map((reference) => reference.articleId) } },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    select: { id: true, title: true, state: true, liveEditionId: true, withdrawnAt: true },
  });
  const uses: SourceUse[] = [];
  for (const { id, title, state, liveEditionId, withdrawnAt } of articles) {
    const articleId = ArticleId.parse(id);
    const entries = references.filter((reference) => reference.articleId === id).map((reference) => reference.id);
    uses.push({
      articleId,
      title,
      state,
      published: liveEditionId !== null && withdrawnAt === null,
      sections: await citingSections(tx, articleId, entries),
    });
  }
  return uses;
}

async function citingSections(tx: Tx, articleId: ArticleId, entries: string[]): Promise<SourceUse["sections"]> {
  const items = await tx.citationItem.findMany({ where: { articleId, referenceId: { in: entries } } });
  const citations = await tx.citation.findMany({
    where: { articleId, id: { in: items.map((item) => item.citationId) } },
    select: { sectionId: true },
  });
  const sections = await tx.section.findMany({
    where: { articleId, deletedAt: null, id: { in: citations.map((citation) => citation.sectionId) } },
    orderBy: { position: "asc" },
  });
  const approvals = matchApprovals(sections, await approvalsOf(tx, articleId));
  return sections.map((section) => ({
    id: SectionId.parse(section.id),
    heading: section.heading,
    approved: Boolean(approvals.get(section.id)),
  }));
}
