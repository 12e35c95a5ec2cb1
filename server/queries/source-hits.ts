import { type Actor, may } from "@/domain/access/policy";
import { type ArticleId, ReferenceId, SourceId } from "@/domain/ids";
import { describe } from "@/domain/source/describe";
import { folded, searchTextOf, searchWords } from "@/domain/source/search-text";
import { db } from "@/server/db";
import { recordFrom } from "@/server/db/rows";

/** Something that a citation of an article can be bound to: a source of the library, or a line of the article's own list. */
export type SourceHit = {
  source: SourceId | null;
  reference: ReferenceId | null;
  title: string;
  detail: string;
  cited: boolean;
};

/** What the words find for an article: first the entries of its own list, then the library's; eight of each at most. */
export async function sourceHits(actor: Actor, articleId: ArticleId, search: string): Promise<SourceHit[] | null> {
  if (!may("source.read", actor)) return null;
  if (!(await db.article.findUnique({ where: { id: articleId }, select: { id: true } }))) return null;
  const words = searchWords(search);
  const entries = await db.reference.findMany({
    where: { articleId, removedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, original: true, labels: true, sourceId: true },
  });
  const cited = await citedEntries(articleId);
  const listed = new Set(entries.flatMap((entry) => (entry.sourceId ? [entry.sourceId] : [])));
  const sources = await db.source.findMany({ where: { id: { in: [...listed] } }, select: { id: true, record: true } });
  const records = new Map(sources.map((source) => [source.id, recordFrom(source.record)]));
  const own = entries.flatMap((entry) => {
    const record = entry.sourceId ? records.get(entry.sourceId) : undefined;
    const text = folded(`${record ? searchTextOf(record) : ""} ${entry.original ?? ""} ${entry.labels.join(" ")}`);
    if (!words.every((word) => text.includes(word))) return [];
    return {
      source: record && entry.sourceId ? SourceId.parse(entry.sourceId) : null,
      reference: ReferenceId.parse(entry.id),
      title: record?.title ?? entry.original ?? "",
      detail: record ? describe(record) : entry.labels.map((label) => `[${label}]`).join(" "),
      cited: cited.has(entry.id),
    };
  });
  const others = await db.source.findMany({
    where: {
      mergedIntoId: null,
      id: { notIn: [...listed] },
      AND: words.map((word) => ({ search: { contains: word } })),
    },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: 8,
    select: { id: true, title: true, record: true },
  });
  return [
    ...own.slice(0, 8),
    ...others.map(({ id, title, record }) => ({
      source: SourceId.parse(id),
      reference: null,
      title,
      detail: describe(recordFrom(record)),
      cited: false,
    })),
  ];
}

async function citedEntries(articleId: ArticleId): Promise<Set<string>> {
  const rows = await db.citationItem.findMany({
    where: { articleId },
    distinct: ["referenceId"],
    select: { referenceId: true },
  });
  return new Set(rows.map((row) => row.referenceId));
}
