import { type ArticleId, SectionId, ThreadId } from "@/domain/ids";
import type { TextQuote } from "@/domain/review/anchor";
import type { Tx } from "@/server/db";
import { quoteFrom } from "@/server/db/rows";
import { namesOf } from "@/server/queries/names";

/** A conversation about a passage, open or resolved. */
export type ThreadView = {
  id: ThreadId;
  section: SectionId;
  anchor: TextQuote;
  openedBy: string;
  openedAt: string;
  resolved: { by: string; at: string } | null;
  comments: { id: string; author: string; mine: boolean; body: string; at: string }[];
};

/** All conversations of an article, open ones first, then the newest. */
export async function threadsOf(tx: Tx, articleId: ArticleId, reader: string | null): Promise<ThreadView[]> {
  const rows = await tx.thread.findMany({
    where: { articleId },
    orderBy: [{ resolvedAt: { sort: "desc", nulls: "first" } }, { openedAt: "desc" }],
    select: {
      id: true,
      sectionId: true,
      anchor: true,
      openedById: true,
      openedAt: true,
      resolvedById: true,
      resolvedAt: true,
    },
  });
  const comments = await tx.comment.findMany({
    where: { threadId: { in: rows.map((row) => row.id) } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true, threadId: true, authorId: true, body: true, at: true },
  });
  const people = rows.flatMap((row) => [row.openedById, row.resolvedById]);
  const called = await namesOf(tx, [...people, ...comments.map((comment) => comment.authorId)]);
  return rows.map((row) => ({
    id: ThreadId.parse(row.id),
    section: SectionId.parse(row.sectionId),
    anchor: quoteFrom(row.anchor),
    openedBy: called(row.openedById),
    openedAt: row.openedAt.toISOString(),
    resolved: row.resolvedAt && { by: called(row.resolvedById), at: row.resolvedAt.toISOString() },
    comments: comments
      .filter((comment) => comment.threadId === row.id)
      .map(({ id, authorId, body, at }) => ({
        id,
        author: called(authorId),
        mine: authorId === reader,
        body,
        at: at.toISOString(),
      })),
  }));
}
