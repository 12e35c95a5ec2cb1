import { z } from "zod";
import type { ArticleId, EditionId } from "@/domain/ids";
import { editionPath } from "@/domain/publishing/address";
import type { EditionKind } from "@/domain/publishing/edition";
import { db } from "@/server/db";
import { editionRows } from "@/server/queries/edition-rows";
import { namesOf } from "@/server/queries/names";

/** An edition at its permanent address. */
export type PublishedLine = {
  id: EditionId;
  number: number;
  kind: EditionKind;
  title: string;
  note: string | null;
  at: string;
  by: string;
  path: string;
  live: boolean;
};

/** An import with its ledger: what was found in the text and what became of it. */
export type ImportLine = z.infer<typeof Ledger> & { id: string; name: string; at: string; by: string };

/** The editions of an article, the newest first. */
export async function editionsOf(articleId: ArticleId): Promise<PublishedLine[]> {
  const article = await db.article.findUnique({ where: { id: articleId }, select: { liveEditionId: true } });
  const rows = await editionRows(db, articleId);
  return rows.map(({ slug, publishedAt, publishedBy, ...edition }) => ({
    ...edition,
    at: publishedAt,
    by: publishedBy,
    path: editionPath(slug, edition.number),
    live: edition.id === article?.liveEditionId,
  }));
}

/** What was imported into an article, the newest first. */
export async function importsOf(articleId: ArticleId): Promise<ImportLine[]> {
  const rows = await db.import.findMany({
    where: { articleId },
    orderBy: { at: "desc" },
    take: 20,
    select: { id: true, name: true, ledger: true, authorId: true, at: true },
  });
  const called = await namesOf(
    db,
    rows.map((row) => row.authorId),
  );
  return rows.map(({ id, name, ledger, authorId, at }) => ({
    id,
    name,
    at: at.toISOString(),
    by: called(authorId),
    ...Ledger.parse(ledger),
  }));
}

const Counts = z.object({ citation: z.number(), link: z.number(), label: z.number(), reference: z.number() });
const Ledger = z.object({
  found: Counts,
  resolved: Counts,
  held: Counts,
  lines: z.array(z.object({ what: z.string(), text: z.string(), reason: z.string() })),
  warnings: z.array(z.string()),
});
