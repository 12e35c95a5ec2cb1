import type { SourceId } from "@/domain/ids";
import { everything, type LibraryQuestion } from "@/domain/source/library-question";
import type { SourceRecord } from "@/domain/source/record";
import { wordBeginnings } from "@/domain/source/search-text";
import { db } from "@/server/db";
import { Prisma } from "@/server/db/generated/client";
import { recordFrom } from "@/server/db/rows";
import { type Reading, wholeConditionOf } from "./condition";
import { orderOf } from "./order";
import { findInLibrary } from "./find";

/** The records that a question finds, or of these sources alone, in the order of their titles; read page by page. */
export async function* libraryRecords(
  question: LibraryQuestion,
  ids: readonly SourceId[] | null,
): AsyncGenerator<SourceRecord> {
  const reading = await readingOf(question);
  const { ordered } = orderOf({ ...question, sort: "title" }, null);
  const only = ids === null ? Prisma.sql`true` : Prisma.sql`e.source_id = any(${ids}::uuid[])`;
  for (let from: [string, string] | null = null; ; ) {
    const beyond: Prisma.Sql = from
      ? Prisma.sql`(e.title, e.source_id) > (${from[0]}, ${from[1]}::uuid)`
      : Prisma.sql`true`;
    const rows: Row[] = await db.$queryRaw<Row[]>`
      select e.source_id as id, e.title, s.record::text as record
      from library_entry e join source s on s.id = e.source_id
      where ${wholeConditionOf(question, reading)} and ${only} and ${beyond}
      order by ${ordered} limit 500`;
    for (const row of rows) yield recordFrom(JSON.parse(row.record));
    const last = rows.at(-1);
    if (rows.length < 500 || !last) return;
    from = [last.title, last.id];
  }
}

/** The list finds what stands inside words only where no word begins so; a file of it has to have the same. */
async function readingOf({ q }: LibraryQuestion): Promise<Reading> {
  const indexed = wordBeginnings(q);
  if (indexed.length === 0) return q === "" ? "read" : "letters";
  const [row] = await db.$queryRaw<object[]>`
    select 1 from library_entry e where ${wholeConditionOf({ ...everything, q }, { indexed })} limit 1`;
  return row ? { indexed } : "letters";
}

type Row = { id: string; title: string; record: string };

/** The first so many sources that a question finds, and whether there are more. */
export function libraryMatches(question: LibraryQuestion, most: number): Promise<{ ids: string[]; more: boolean }> {
  return db.$transaction(
    async (tx) => {
      const { ids, next } = await findInLibrary(tx, question, { size: most });
      return { ids, more: next !== null };
    },
    { maxWait: 10_000, timeout: 20_000 },
  );
}
