import { z } from "zod";
import { type Actor, may } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import { bylineOf } from "@/domain/source/byline";
import { SourceRecord } from "@/domain/source/record";
import { searchWords } from "@/domain/source/search-text";
import { db } from "@/server/db";
import { cursorText, readCursor } from "@/server/db/paging";
import { recordFrom } from "@/server/db/rows";
import { likeWord } from "./like-word";

export type SourceType = SourceRecord["type"];

/** A source in the library's list; `usedIn` counts the articles that have it on their lists. */
export type ListedSource = {
  id: SourceId;
  type: SourceType;
  title: string;
  /** Who, where, when in one line. */
  byline: string;
  keys: { scheme: string; value: string }[];
  usedIn: number;
  updatedAt: string;
};

/** `total` counts what was asked for, `whole` all sources that stand; `types` are those that the library has. */
export type Library = {
  sources: ListedSource[];
  total: number;
  whole: number;
  types: SourceType[];
  next: string | null;
};

type Asked = {
  search?: string;
  type?: SourceType | null;
  /** Only what is on an article's list, or only what is on none. */
  used?: boolean | null;
  after?: string | null;
  size?: number;
};

/** A page of sources by title; `search` finds words of titles, people, places of publication and identifiers. */
export async function library(actor: Actor, asked: Asked = {}): Promise<Library | null> {
  if (!may("source.read", actor)) return null;
  const { after = null, size = 50 } = asked;
  const found = await idsOf(asked, readCursor(Cursor, after), size + 1);
  const rows = await db.source.findMany({
    where: { id: { in: found.slice(0, size) } },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select: { id: true, title: true, record: true, updatedAt: true },
  });
  const last = found.length > size ? rows.at(-1) : undefined;
  const ids = rows.map((row) => row.id);
  const keys = await db.sourceKey.findMany({
    where: { sourceId: { in: ids } },
    orderBy: [{ scheme: "asc" }, { value: "asc" }],
  });
  const used = await usedIn(ids);
  const types = await db.source.groupBy({ by: ["type"], where: { mergedIntoId: null }, _count: true });
  return {
    sources: rows.map((row) => {
      const record = recordFrom(row.record);
      return {
        id: SourceId.parse(row.id),
        type: record.type,
        title: row.title,
        byline: bylineOf(record),
        keys: keys.filter((key) => key.sourceId === row.id).map(({ scheme, value }) => ({ scheme, value })),
        usedIn: used.get(row.id) ?? 0,
        updatedAt: row.updatedAt.toISOString(),
      };
    }),
    total: await countOf(asked),
    whole: types.reduce((sum, { _count }) => sum + _count, 0),
    types: types.map(({ type }) => SourceRecord.shape.type.parse(type)),
    next: last ? cursorText([last.title, last.id]) : null,
  };
}

const Cursor = z.tuple([z.string().regex(/^[^\0]*$/u), z.uuid()]);

const patternsOf = (search: string): string[] => searchWords(search).map((word) => `%${likeWord(word)}%`);

async function idsOf(
  { search = "", type = null, used = null }: Asked,
  from: [title: string, id: string] | null,
  most: number,
): Promise<string[]> {
  const [title, id] = from ?? [null, null];
  const rows = await db.$queryRaw<{ id: string }[]>`
    select s.id from source s
    where s.merged_into is null
      and s.search like all (${patternsOf(search)}::text[])
      and (${type}::text is null or s.type = ${type}::text)
      and (${used}::boolean is null or ${used}::boolean =
        exists (select 1 from reference r where r.source_id = s.id and r.removed_at is null))
      and (${title}::text is null or (s.title, s.id) > (${title}::text, ${id}::uuid))
    order by s.title, s.id limit ${most}`;
  return rows.map((row) => row.id);
}

async function countOf({ search = "", type = null, used = null }: Asked): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from source s
    where s.merged_into is null
      and s.search like all (${patternsOf(search)}::text[])
      and (${type}::text is null or s.type = ${type}::text)
      and (${used}::boolean is null or ${used}::boolean =
        exists (select 1 from reference r where r.source_id = s.id and r.removed_at is null))`;
  return row?.total ?? 0;
}

async function usedIn(ids: string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; articles: number }[]>`
    select source_id as id, count(distinct article_id)::int as articles from reference
    where source_id = any(${ids}::uuid[]) and removed_at is null group by source_id`;
  return new Map(rows.map((row) => [row.id, row.articles]));
}
