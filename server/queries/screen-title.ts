import { type Actor, may } from "@/domain/access/policy";
import { ArticleId, SourceId } from "@/domain/ids";
import { db } from "@/server/db";

/** What an article is called, for the tab of a screen about it; null when there is none or one may not see it. */
export async function articleTitle(actor: Actor, id: string): Promise<string | null> {
  const article = ArticleId.safeParse(id);
  if (!article.success || !may("article.read", actor)) return null;
  const found = await db.article.findUnique({ where: { id: article.data }, select: { title: true } });
  return found && (found.title || "Untitled");
}

/** The same for a source. */
export async function sourceTitle(actor: Actor, id: string): Promise<string | null> {
  const source = SourceId.safeParse(id);
  if (!source.success || !may("source.read", actor)) return null;
  const found = await db.source.findUnique({ where: { id: source.data }, select: { title: true } });
  return found?.title ?? null;
}
