import { type Actor, may } from "@/domain/access/policy";
import { ArticleId, type SourceId } from "@/domain/ids";
import type { LinkState } from "@/domain/source/facts";
import { db } from "@/server/db";
import { linkStateFrom } from "@/server/db/link-record";

/** What the pane beside the library says of a source besides its line. */
export type SourceCard = {
  keys: { scheme: string; value: string }[];
  link: { state: LinkState; reason: string } | null;
  usedIn: { articleId: ArticleId; title: string }[];
  captures: number;
};

/** A source in short, with at most 20 articles that rest on it; null when there is none that stands or one may not see it. */
export async function sourceCard(actor: Actor, sourceId: SourceId): Promise<SourceCard | null> {
  if (!may("source.read", actor)) return null;
  const stands = await db.source.count({ where: { id: sourceId, mergedIntoId: null } });
  if (stands === 0) return null;
  const keys = await db.sourceKey.findMany({ where: { sourceId }, orderBy: [{ scheme: "asc" }, { value: "asc" }] });
  const link = await db.sourceLink.findUnique({ where: { sourceId }, select: { state: true, reason: true } });
  const entries = await db.reference.findMany({
    where: { sourceId, removedAt: null },
    select: { articleId: true },
  });
  const articles = await db.article.findMany({
    where: { id: { in: entries.map(({ articleId }) => articleId) } },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    select: { id: true, title: true },
    take: 20,
  });
  return {
    keys: keys.map(({ scheme, value }) => ({ scheme, value })),
    link: link && { state: linkStateFrom(link.state), reason: link.reason },
    usedIn: articles.map(({ id, title }) => ({ articleId: ArticleId.parse(id), title })),
    captures: await db.capture.count({ where: { sourceId } }),
  };
}
