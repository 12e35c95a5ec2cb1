import type { Actor } from "@/domain/access/policy";
import type { ArticleId, ReferenceId, SectionId, UserId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import { readDraft } from "@/server/db/draft";
import { type Fact, record } from "@/server/db/events";
import { saveDraft } from "@/server/db/save-draft";

/** An article whose text a change of a source reached: the sections that cite it. */
export type Touched = { articleId: ArticleId; title: string; sections: SectionId[] };

/** Saves articles whose sources changed, in the locks that are held, each with its own line in its history. */
export async function resaveArticles(
  tx: Tx,
  actor: Actor & { id: UserId },
  articles: readonly ArticleId[],
  { type, data }: Pick<Fact, "type" | "data">,
  rebound: ReadonlyMap<ArticleId, readonly ReferenceId[]> = new Map(),
): Promise<Touched[]> {
  const touched: Touched[] = [];
  for (const articleId of articles) {
    const draft = await readDraft(tx, articleId);
    if (!draft) continue;
    const change = { reason: "source", author: actor.id, rebound: rebound.get(articleId) ?? [] } as const;
    const { changed } = await saveDraft(tx, draft, change);
    touched.push({ articleId, title: draft.article.title, sections: changed });
  }
  for (const { articleId, sections } of touched)
    await record(tx, actor, { type, article: articleId, data: { ...data, sections } });
  return touched.filter(({ sections }) => sections.length > 0);
}
