import { type Actor, may } from "@/domain/access/policy";
import { type ArticleId, ReferenceId, SourceId } from "@/domain/ids";
import { bylineOf } from "@/domain/source/byline";
import type { SourceRecord } from "@/domain/source/record";
import { folded, searchTextOf, searchWords } from "@/domain/source/search-text";
import { db, type Tx } from "@/server/db";
import { recordFrom } from "@/server/db/rows";
import { likeWord } from "./like-word";

/** Something that a citation can be bound to: an entry of the article's own list, or a source of the library. */
export type FoundSource = {
  source: SourceId | null;
  reference: ReferenceId | null;
  title: string;
  detail: string;
  cited: boolean;
};

const most = 10;

/**
 * What a citation of this article can rest on, at most ten: its own list first (cited entries, then sources, then raw
 * lines), then the library. An empty query answers the own list only; null where the actor may not look.
 */
export async function sourceSearch(actor: Actor, articleId: ArticleId, query: string): Promise<FoundSource[] | null> {
  if (!may("source.read", actor) || !may("article.read", actor)) return null;
  return db.$transaction(async (tx) => {
    if (!(await tx.article.findUnique({ where: { id: articleId }, select: { id: true } }))) return null;
    const words = searchWords(query);
    const own = await ownList(tx, articleId);
    const hits = own
      .filter(({ search }) => words.every((word) => search.includes(word)))
      .toSorted((a, b) => rank(a.hit) - rank(b.hit))
      .slice(0, most)
      .map(({ hit }) => hit);
    if (words.length === 0 || hits.length === most) return hits;
    const listed = own.flatMap(({ hit }) => (hit.source ? [hit.source] : []));
    return [...hits, ...(await inLibrary(tx, words, listed, most - hits.length))];
  });
}

type Searched = { hit: FoundSource; search: string };

async function ownList(tx: Tx, articleId: ArticleId): Promise<Searched[]> {
  const rows = await tx.reference.findMany({
    where: { articleId, removedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, original: true, sourceId: true },
  });
  const sources = await tx.source.findMany({
    where: { id: { in: rows.flatMap((row) => (row.sourceId ? [row.sourceId] : [])) } },
    select: { id: true, record: true },
  });
  const records = new Map(sources.map((source) => [source.id, recordFrom(source.record)]));
  const items = await tx.citationItem.findMany({
    where: { articleId },
    distinct: ["referenceId"],
    select: { referenceId: true },
  });
  const cited = new Set(items.map((item) => item.referenceId));
  return rows.map(({ id, original, sourceId }) => {
    const record = sourceId ? records.get(sourceId) : undefined;
    const hit = {
      source: record && sourceId ? SourceId.parse(sourceId) : null,
      reference: ReferenceId.parse(id),
      title: record?.title ?? original ?? "",
      detail: record ? bylineOf(record) : "A line of this article's list",
      cited: cited.has(id),
    };
    return { hit, search: record ? searchTextOf(record) : folded(original ?? "") };
  });
}

const rank = (hit: FoundSource): number => (hit.cited ? 0 : hit.source ? 1 : 2);

async function inLibrary(tx: Tx, words: string[], listed: SourceId[], room: number): Promise<FoundSource[]> {
  const rows = await tx.source.findMany({
    where: {
      mergedIntoId: null,
      id: { notIn: listed },
      AND: words.map((word) => ({ search: { contains: likeWord(word) } })),
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: 100,
    select: { id: true, record: true },
  });
  const inTitle = ({ title }: SourceRecord) => words.every((word) => folded(title).includes(word));
  return rows
    .map((row) => ({ id: SourceId.parse(row.id), record: recordFrom(row.record) }))
    .toSorted((a, b) => Number(inTitle(b.record)) - Number(inTitle(a.record)))
    .slice(0, room)
    .map(({ id, record }) => ({
      source: id,
      reference: null,
      title: record.title,
      detail: bylineOf(record),
      cited: false,
    }));
}
