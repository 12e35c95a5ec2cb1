import { z } from "zod";
import { type Actor, may } from "@/domain/access/policy";
import { ArticleId } from "@/domain/ids";
import type { EditionKind } from "@/domain/publishing/publish";
import type { ArticleState } from "@/domain/review/machine";
import type { Coverage } from "@/domain/review/verification";
import { searchWords } from "@/domain/source/search-text";
import { db } from "@/server/db";
import { cursorText, readCursor } from "@/server/db/paging";
import { coverageIn, noJson } from "@/server/db/rows";
import { likeWord } from "./like-word";
import { namesOf } from "./names";

export const articleViews = ["mine", "waiting", "all"] as const;
export type ArticleView = (typeof articleViews)[number];

/** An article in a list. */
export type ListedArticle = {
  id: ArticleId;
  title: string;
  standfirst: string;
  state: ArticleState;
  words: number;
  blockers: number;
  warnings: number;
  coverage: Coverage;
  owner: string;
  updatedAt: string;
  updatedBy: string;
  /** The edition that readers have, and whether the draft says the same; null when they have none. */
  edition: { number: number; kind: EditionKind; asDraft: boolean } | null;
  withdrawn: boolean;
  scheduledFor: string | null;
  refused: boolean;
  slug: string;
};

export type ArticleList = {
  view: ArticleView;
  articles: ListedArticle[];
  /** Where the next page begins, or null at the end. */
  next: string | null;
  counts: Record<ArticleView, number>;
};

type Asked = { view?: ArticleView; search?: string; after?: string | null; size?: number };

/** A page of articles, the last touched first: one's own, those that wait for one, or all; `search` looks in titles. */
export async function articleList(actor: Actor, asked: Asked = {}): Promise<ArticleList | null> {
  if (!may("article.read", actor) || !actor.id) return null;
  const { view = "all", search = "", after = null, size = 40 } = asked;
  const words = searchWords(search).map((word) => ({
    title: { contains: likeWord(word), mode: "insensitive" as const },
  }));
  const from = readCursor(Cursor, after);
  const beyond = from
    ? { OR: [{ updatedAt: { lt: new Date(from[0]) } }, { updatedAt: new Date(from[0]), id: { gt: from[1] } }] }
    : {};
  const wanted = viewOf(actor);
  const rows = await db.article.findMany({
    where: { AND: [wanted[view], ...words, beyond] },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: size + 1,
    select: {
      id: true,
      slug: true,
      title: true,
      standfirst: true,
      state: true,
      digest: true,
      words: true,
      openBlockers: true,
      openWarnings: true,
      verifiedCitations: true,
      citedCitations: true,
      heldCitations: true,
      ownerId: true,
      updatedAt: true,
      updatedById: true,
      liveEditionId: true,
      withdrawnAt: true,
      scheduledFor: true,
      refusal: true,
    },
  });
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  const called = await namesOf(
    db,
    page.flatMap((row) => [row.ownerId, row.updatedById]),
  );
  const editions = await liveEditions(page.flatMap((row) => row.liveEditionId ?? []));
  const [mine, waiting, all] = await Promise.all(
    articleViews.map((one) => db.article.count({ where: { AND: [wanted[one], ...words] } })),
  );
  return {
    view,
    articles: page.map((row) => ({
      id: ArticleId.parse(row.id),
      slug: row.slug,
      title: row.title,
      standfirst: row.standfirst,
      state: row.state,
      words: row.words,
      blockers: row.openBlockers,
      warnings: row.openWarnings,
      coverage: coverageIn(row),
      owner: called(row.ownerId),
      updatedAt: row.updatedAt.toISOString(),
      updatedBy: called(row.updatedById),
      edition: editions.get(row.id)?.(row.digest) ?? null,
      withdrawn: row.withdrawnAt !== null,
      scheduledFor: row.scheduledFor?.toISOString() ?? null,
      refused: row.refusal !== null,
    })),
    next: last ? cursorText([last.updatedAt.toISOString(), last.id]) : null,
    counts: { mine: mine ?? 0, waiting: waiting ?? 0, all: all ?? 0 },
  };
}

/** By article: the edition that readers have, to be told what the draft's digest is. */
async function liveEditions(ids: string[]) {
  const rows = await db.edition.findMany({
    where: { id: { in: ids } },
    select: { articleId: true, number: true, kind: true, digest: true },
  });
  return new Map(
    rows.map(({ articleId, number, kind, digest }) => [
      articleId,
      (draft: string) => ({ number, kind, asDraft: draft === digest }),
    ]),
  );
}

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/**
 * What waits for whom: for reviewers a draft under review that they did not submit themselves; for its owner one that
 * was sent back, is approved, or was refused at its hour.
 */
function viewOf(actor: Actor) {
  const own = { ownerId: actor.id ?? "" };
  const toReview = may("review.sendBack", actor)
    ? [{ state: "in_review" as const, NOT: { updatedById: own.ownerId } }]
    : [];
  const toAct = [
    { ...own, state: { in: ["changes_requested" as const, "approved" as const] } },
    { ...own, NOT: { refusal: { equals: noJson } } },
  ];
  return { mine: own, waiting: { OR: [...toReview, ...toAct] }, all: {} };
}
