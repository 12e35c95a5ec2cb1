import { z } from "zod";
import { type Actor, may } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import { describe } from "@/domain/source/describe";
import { searchWords } from "@/domain/source/search-text";
import { db } from "@/server/db";
import { cursorText, readCursor } from "@/server/db/paging";
import { recordFrom } from "@/server/db/rows";

/** A source in the library's list; `usedIn` counts the articles that have it on their lists. */
export type ListedSource = {
  id: SourceId;
  type: string;
  title: string;
  year: number | null;
  /** Who, what, where, when in one line. */
  line: string;
  keys: { scheme: string; value: string }[];
  usedIn: number;
  updatedAt: string;
};

export type Library = { sources: ListedSource[]; total: number; next: string | null };

/** A page of sources by title; `search` finds words of titles, people, places of publication and identifiers. */
export async function library(
  actor: Actor,
  { search = "", after = null, size = 50 }: { search?: string; after?: string | null; size?: number } = {},
): Promise<Library | null> {
  if (!may("source.read", actor)) return null;
  const standing = { mergedIntoId: null, AND: searchWords(search).map((word) => ({ search: { contains: word } })) };
  const from = readCursor(Cursor, after);
  const beyond = from ? { OR: [{ title: { gt: from[0] } }, { title: from[0], id: { gt: from[1] } }] } : {};
  const rows = await db.source.findMany({
    where: { AND: [standing, beyond] },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: size + 1,
    select: { id: true, type: true, title: true, year: true, record: true, updatedAt: true },
  });
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  const ids = page.map((row) => row.id);
  const keys = await db.sourceKey.findMany({
    where: { sourceId: { in: ids } },
    orderBy: [{ scheme: "asc" }, { value: "asc" }],
  });
  const used = await usedIn(ids);
  return {
    sources: page.map((row) => ({
      id: SourceId.parse(row.id),
      type: row.type,
      title: row.title,
      year: row.year,
      line: describe(recordFrom(row.record)),
      keys: keys.filter((key) => key.sourceId === row.id).map(({ scheme, value }) => ({ scheme, value })),
      usedIn: used.get(row.id) ?? 0,
      updatedAt: row.updatedAt.toISOString(),
    })),
    total: await db.source.count({ where: standing }),
    next: last ? cursorText([last.title, last.id]) : null,
  };
}

const Cursor = z.tuple([z.string(), z.uuid()]);

async function usedIn(ids: string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; articles: number }[]>`
    select source_id as id, count(distinct article_id)::int as articles from reference
    where source_id = any(${ids}::uuid[]) and removed_at is null group by source_id`;
  return new Map(rows.map((row) => [row.id, row.articles]));
}
