import { z } from "zod";
import { type Actor, may } from "@/domain/access/policy";
import type { SourceId } from "@/domain/ids";
import { SourceRecord } from "@/domain/source/record";
import { searchWords } from "@/domain/source/search-text";
import { db } from "@/server/db";
import { recordFrom } from "@/server/db/rows";
import { likeWord } from "./like-word";

/** Which sources of the library: as its list is filtered, or these alone. */
export type Wanted = {
  search?: string;
  type?: SourceRecord["type"] | null;
  used?: boolean | null;
  ids?: readonly SourceId[] | null;
};

/** The records of the library in the order of their titles, read page by page; null for who may not read it. */
export function exportedSources(actor: Actor, wanted: Wanted): AsyncGenerator<SourceRecord> | null {
  return may("source.read", actor) ? pages(wanted) : null;
}

type Row = { id: string; title: string; record: string };

async function* pages({ search = "", type = null, used = null, ids = null }: Wanted): AsyncGenerator<SourceRecord> {
  const patterns = searchWords(search).map((word) => `%${likeWord(word)}%`);
  for (let [title, id]: [string | null, string | null] = [null, null]; ; ) {
    const rows: Row[] = await db.$queryRaw<Row[]>`
      select s.id, s.title, s.record::text as record from source s
      where s.merged_into is null
        and s.search like all (${patterns}::text[])
        and (${type}::text is null or s.type = ${type}::text)
        and (${ids}::uuid[] is null or s.id = any(${ids}::uuid[]))
        and (${used}::boolean is null or ${used}::boolean =
          exists (select 1 from reference r where r.source_id = s.id and r.removed_at is null))
        and (${title}::text is null or (s.title, s.id) > (${title}::text, ${id}::uuid))
      order by s.title, s.id limit 500`;
    for (const row of rows) yield recordFrom(JSON.parse(row.record));
    const last = rows.at(-1);
    if (rows.length < 500 || !last) return;
    [title, id] = [last.title, last.id];
  }
}

/** The sources on an article's list, in its order, as it stands in the draft or in its published edition; null without one. */
export async function articleSources(
  actor: Actor,
  by: { id: string } | { slug: string },
  of: "draft" | "published",
): Promise<{ slug: string; records: SourceRecord[] } | null> {
  if (!may("article.read", actor)) return null;
  const article = await db.article.findUnique({ where: by, select: { id: true, slug: true, liveEditionId: true } });
  if (!article) return null;
  if (of === "published") {
    const edition = article.liveEditionId
      ? await db.edition.findUnique({ where: { id: article.liveEditionId }, select: { references: true } })
      : null;
    return (
      edition && { slug: article.slug, records: Frozen.parse(edition.references).flatMap(({ record }) => record ?? []) }
    );
  }
  const list = await db.reference.findMany({
    where: { articleId: article.id, removedAt: null, NOT: { sourceId: null } },
    orderBy: { position: "asc" },
    select: { sourceId: true },
  });
  const rows = await db.source.findMany({
    where: { id: { in: list.flatMap(({ sourceId }) => sourceId ?? []) } },
    select: { id: true, record: true },
  });
  const records = new Map(rows.map((row) => [row.id, recordFrom(row.record)]));
  return { slug: article.slug, records: list.flatMap(({ sourceId }) => records.get(sourceId ?? "") ?? []) };
}

const Frozen = z.array(z.looseObject({ record: SourceRecord.nullish() }));
