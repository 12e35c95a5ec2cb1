import type { UserId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import type { Draft } from "@/server/db/draft";
import { newId } from "@/server/db/ids";
import { json } from "@/server/db/rows";

export type RevisionKind = "imported" | "submitted" | "published" | "restored" | "checkpoint";

/** Keeps a named snapshot of a draft as it stands in memory, so that it can be restored and compared with. */
export async function keepRevision(
  tx: Tx,
  { article, manuscript }: Pick<Draft, "article" | "manuscript">,
  { kind, note, author, version }: { kind: RevisionKind; note: string; author: UserId; version: number },
): Promise<string> {
  const id = newId();
  const references = manuscript.references.map(({ source, ...rest }) => ({ ...rest, source: source?.id ?? null }));
  await tx.revision.create({
    data: {
      id,
      articleId: article.id,
      version,
      kind,
      note,
      document: json(manuscript.document.toJSON()),
      references: json(references),
      authorId: author,
    },
  });
  return id;
}
