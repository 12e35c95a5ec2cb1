import type { Actor } from "@/domain/access/policy";
import { ArticleId, type ReferenceId, type SourceId, type UserId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import type { Draft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { saveDraft } from "@/server/db/save-draft";

type Change =
  | { what: "added"; reference: ReferenceId; source: SourceId }
  | { what: "resolved"; reference: ReferenceId; source: SourceId; original: string | null }
  | { what: "removed"; reference: ReferenceId; original: string | null };

/** Saves a draft whose source list changed and writes it into history; answers the article's version. */
export async function saveList(tx: Tx, actor: Actor & { id: UserId }, draft: Draft, change: Change): Promise<number> {
  const saved = await saveDraft(tx, draft, { reason: "reference", author: actor.id, rebound: [change.reference] });
  const { source } = saved.manuscript.references.find(({ id }) => id === change.reference) ?? { source: null };
  await record(tx, actor, {
    type: "reference.changed",
    article: ArticleId.parse(draft.article.id),
    data: { ...change, title: source?.record.title ?? null, sections: saved.changed },
  });
  return saved.version;
}
