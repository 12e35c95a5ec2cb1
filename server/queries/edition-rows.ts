import { type ArticleId, EditionId } from "@/domain/ids";
import type { EditionKind } from "@/domain/publishing/edition";
import type { Tx } from "@/server/db";
import { namesOf } from "./names";

/** An edition as lists of an article's editions show it. */
export type EditionRow = {
  id: EditionId;
  number: number;
  kind: EditionKind;
  slug: string;
  title: string;
  note: string | null;
  publishedAt: string;
  publishedBy: string;
};

/** The editions of an article, the newest first. */
export async function editionRows(tx: Tx, articleId: ArticleId): Promise<EditionRow[]> {
  const rows = await tx.edition.findMany({
    where: { articleId },
    orderBy: { number: "desc" },
    select: {
      id: true,
      number: true,
      kind: true,
      slug: true,
      title: true,
      note: true,
      publishedAt: true,
      publishedById: true,
    },
  });
  const called = await namesOf(
    tx,
    rows.map((row) => row.publishedById),
  );
  return rows.map(({ id, publishedAt, publishedById, ...edition }) => ({
    ...edition,
    id: EditionId.parse(id),
    publishedAt: publishedAt.toISOString(),
    publishedBy: called(publishedById),
  }));
}
