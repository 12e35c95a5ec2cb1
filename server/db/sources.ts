import { ArticleId, SourceId, type UserId } from "@/domain/ids";
import { fail, ok, type Result } from "@/domain/result";
import { blocksOf } from "@/domain/source/blocks";
import { type IdentityKey, identityKeys, keyText } from "@/domain/source/identity";
import { yearOf } from "@/domain/source/names";
import { type Origins, originsAfter } from "@/domain/source/origins";
import type { SourceRecord } from "@/domain/source/record";
import { searchTextOf } from "@/domain/source/search-text";
import type { Tx } from "@/server/db";
import { lockArticle } from "@/server/db/draft";
import { newId } from "@/server/db/ids";
import { linkSource } from "@/server/db/links";
import { json } from "@/server/db/rows";

/** The source that has an identity already, as a refusal names it. */
export type Standing = { sourceId: SourceId; title: string };

/** What a record was made from: the origins that are claimed for its fields, and the text that it was read from. */
export type Made = { origins?: Origins | undefined; original?: string | null | undefined };

/**
 * Writes a source with its identity keys, or names the one that is the same work. Fields for which nothing is claimed
 * were typed by the author.
 */
export async function addSource(
  tx: Tx,
  record: SourceRecord,
  author: UserId,
  { origins: claimed = {}, original = null }: Made = {},
): Promise<Result<SourceId, Standing>> {
  const keys = identityKeys(record);
  const standing = await holderOf(tx, keys);
  if (standing) return fail(standing);
  const id = SourceId.parse(newId());
  const change = { before: null, known: {}, after: record, claimed, by: author, at: new Date().toISOString() };
  const origins = json(originsAfter(change));
  await tx.source.create({ data: { id, createdById: author, origins, original, ...projectionsOf(record) } });
  await tx.sourceKey.createMany({ data: keys.map((key) => ({ ...key, sourceId: id })) });
  await linkSource(tx, id, record);
  return ok(id);
}

/**
 * The source that holds one of these keys, other than `except`; null when they are free. They stay as they are until
 * this transaction ends, because everybody who writes keys asks here first.
 */
export async function holderOf(tx: Tx, keys: readonly IdentityKey[], except?: SourceId): Promise<Standing | null> {
  for (const key of keys.map(keyText).sort())
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`source key ${key}`}, 0))`;
  const row = await tx.sourceKey.findFirst({
    where: { OR: [...keys], ...(except ? { NOT: { sourceId: except } } : {}) },
    select: { sourceId: true },
  });
  if (!row) return null;
  const { id, title } = await tx.source.findUniqueOrThrow({
    where: { id: row.sourceId },
    select: { id: true, title: true },
  });
  return { sourceId: SourceId.parse(id), title };
}

/** A record with what lists and search show of it. */
export const projectionsOf = (record: SourceRecord) => ({
  record: json(record),
  type: record.type,
  title: record.title,
  year: yearOf(record),
  search: searchTextOf(record),
  blocks: blocksOf(record),
});

/**
 * Takes the row locks of all articles that have an entry for these sources, in the order of their ids, then those of the
 * sources; nobody can add an entry until this transaction ends.
 */
export async function lockSources(tx: Tx, ids: readonly SourceId[]): Promise<void> {
  const locked = new Set<ArticleId>();
  for (let round = 1; ; round++) {
    const rows = await tx.reference.findMany({
      where: { sourceId: { in: [...ids] } },
      distinct: ["articleId"],
      orderBy: { articleId: "asc" },
      select: { articleId: true },
    });
    const fresh = rows.map((row) => ArticleId.parse(row.articleId)).filter((id) => !locked.has(id));
    if (round > 1 && fresh.length === 0) return;
    for (const id of fresh) {
      await lockArticle(tx, id);
      locked.add(id);
    }
    await tx.$queryRaw`select id from source where id = any(${[...ids]}::uuid[]) order by id for update`;
  }
}

/** The source that stands for this one, itself unless it was merged; null when there is none. It stays so until the end. */
export async function standingSource(tx: Tx, id: SourceId): Promise<SourceId | null> {
  const rows = await tx.$queryRaw<{ merged_into: string | null }[]>`
    select merged_into from source where id = ${id}::uuid for key share`;
  const [row] = rows;
  if (!row) return null;
  return row.merged_into === null ? id : standingSource(tx, SourceId.parse(row.merged_into));
}
