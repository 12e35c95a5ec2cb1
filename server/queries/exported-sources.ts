import { z } from "zod";
import { type Actor, may } from "@/domain/access/policy";
import type { SourceId } from "@/domain/ids";
import { SourceRecord } from "@/domain/source/record";
import { everything, type LibraryQuestion } from "@/domain/source/library-question";
import { db } from "@/server/db";
import { libraryRecords } from "@/server/db/library/records";
import { recordFrom } from "@/server/db/rows";

/** The records that a question to the library finds, or of these sources alone, by title; null for who may not read it. */
export function exportedSources(
  actor: Actor,
  question: LibraryQuestion = everything,
  ids: readonly SourceId[] | null = null,
): AsyncGenerator<SourceRecord> | null {
  return may("source.read", actor) ? libraryRecords(question, ids) : null;
}

/** The sources on an article's list, in its order, as it stands in the draft or in its published edition; null without one. */
export async function articleSources(
  actor: Actor,
  by: { id: string } | { slug: string },
  of: "draft" | "published",
): Promise<{ slug: string; records: SourceRecord[] } | null> {
  if (!may("article.read", actor)) return null;
  const article = await db.article.findUnique({ where: by, select: { id: true, slug: true, liveEditionId: true } });
  if (!article) return null;
  if (of === "published") {
    const edition = article.liveEditionId
      ? await db.edition.findUnique({ where: { id: article.liveEditionId }, select: { references: true } })
      : null;
    return (
      edition && { slug: article.slug, records: Frozen.parse(edition.references).flatMap(({ record }) => record ?? []) }
    );
  }
  const list = await db.reference.findMany({
    where: { articleId: article.id, removedAt: null, NOT: { sourceId: null } },
    orderBy: { position: "asc" },
    select: { sourceId: true },
  });
  const rows = await db.source.findMany({
    where: { id: { in: list.flatMap(({ sourceId }) => sourceId ?? []) } },
    select: { id: true, record: true },
  });
  const records = new Map(rows.map((row) => [row.id, recordFrom(row.record)]));
  return { slug: article.slug, records: list.flatMap(({ sourceId }) => records.get(sourceId ?? "") ?? []) };
}

const Frozen = z.array(z.looseObject({ record: SourceRecord.nullish() }));
