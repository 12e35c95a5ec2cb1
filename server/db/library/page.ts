import type { LibraryQuestion } from "@/domain/source/library-question";
import type { Tx } from "@/server/db";
import { Prisma } from "@/server/db/generated/client";
import { cursorText } from "@/server/db/paging";
import { type Reading, wholeConditionOf } from "./condition";
import { boundsOf, keyOf, orderOf } from "./order";

/** Sources in the order that was asked for, and where the next page begins; null where this is the last. */
export type LibraryIds = { ids: string[]; next: string | null };

type Asked = { question: LibraryQuestion; reading: Reading; after: string | null; size: number };

/** A page of what a question finds. */
export async function libraryIds(tx: Tx, { question, reading, after, size }: Asked): Promise<LibraryIds> {
  const { by, beyond, ordered } = orderOf(question, after);
  const rows = await tx.$queryRaw<{ id: string; key: string | number | Date }[]>`
    select e.source_id as id, ${by} as key from library_entry e
    where ${wholeConditionOf(question, reading)} and ${boundsOf(question)} and ${beyond}
    order by ${ordered} limit ${size + 1}::int`;
  const ids = rows.slice(0, size).map(({ id }) => id);
  const last = rows.length > size ? rows[size - 1] : undefined;
  return { ids, next: last ? cursorText([question.sort, keyOf(last.key), last.id]) : null };
}

/** How a page is looked for: along the order's index, or by the marks and words first; null leaves it to the database. */
type LibraryWay = "walk" | "gather" | null;

/**
 * Says which plans the database may choose from here on in this transaction. It cannot know how many lines have a word in
 * them, so whoever asks says the way: walking is quick where many lines fit, gathering where few do.
 */
export async function planFor(tx: Tx, way: LibraryWay): Promise<void> {
  const [walks, gathers] = [way !== "gather" ? "on" : "off", way !== "walk" ? "on" : "off"];
  await tx.$queryRaw`${Prisma.sql`select set_config('enable_bitmapscan', ${gathers}, true),
    set_config('enable_sort', ${gathers}, true), set_config('enable_indexscan', ${walks}, true),
    set_config('enable_indexonlyscan', ${walks}, true), set_config('enable_seqscan', ${way === null ? "on" : "off"}, true)`}`;
}
