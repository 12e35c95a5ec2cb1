import { z } from "zod";
import { type Actor, may } from "@/domain/access/policy";
import { type ArticleId, RevisionId } from "@/domain/ids";
import { db } from "@/server/db";
import { cursorText, readCursor } from "@/server/db/paging";
import { type HistoryLine, linesOf } from "./history/lines";
import { namesOf } from "./names";

/** A snapshot that can be restored. */
export type RevisionLine = {
  id: RevisionId;
  version: number;
  kind: string;
  note: string;
  by: string;
  at: string;
};

export type History = {
  title: string;
  /** The article's version, which restoring a revision names. */
  version: number;
  lines: HistoryLine[];
  revisions: RevisionLine[];
  next: string | null;
  mayRestore: boolean;
};

/** What happened to an article, newest first and in words, and the revisions to go back to. */
export async function history(
  actor: Actor,
  articleId: ArticleId,
  { after = null, size = 200 }: { after?: string | null; size?: number } = {},
): Promise<History | null> {
  if (!may("article.read", actor)) return null;
  const article = await db.article.findUnique({ where: { id: articleId }, select: { title: true, version: true } });
  if (!article) return null;
  const from = readCursor(Cursor, after);
  const events = await db.event.findMany({
    where: { articleId, ...(from ? { seq: { lt: BigInt(from[0]) } } : {}) },
    orderBy: { seq: "desc" },
    take: size + 1,
    select: { seq: true, at: true, type: true, actorId: true, data: true },
  });
  const page = events.slice(0, size);
  const last = events.length > size ? page.at(-1) : undefined;
  return {
    ...article,
    lines: await linesOf(db, page),
    revisions: await revisionsOf(articleId),
    next: last ? cursorText([String(last.seq)]) : null,
    mayRestore: may("article.restore", actor),
  };
}

const Cursor = z.tuple([z.string().regex(/^\d{1,18}$/)]);

async function revisionsOf(articleId: ArticleId): Promise<RevisionLine[]> {
  const rows = await db.revision.findMany({
    where: { articleId },
    orderBy: [{ version: "desc" }, { id: "desc" }],
    take: 200,
    select: { id: true, version: true, kind: true, note: true, authorId: true, at: true },
  });
  const called = await namesOf(
    db,
    rows.map((row) => row.authorId),
  );
  return rows.map(({ id, version, kind, note, authorId, at }) => ({
    id: RevisionId.parse(id),
    version,
    kind,
    note,
    by: called(authorId),
    at: at.toISOString(),
  }));
}
