import type { Tx } from "@/server/db";

/** Up to so many sources everything is counted; in a larger library, a sample of about half as many. */
const countable = 5_000;
const sampled = 2_500;

/** How many sources the library has, and how many of 1,024 parts of it are looked at for counting: all of a small one. */
export type LibrarySize = { sources: number; exact: boolean; parts: number };

/**
 * The size of the library: counted where that is quick, else as the database last estimated it. Plans of this transaction
 * are not compiled any more, which takes longer than any of them runs.
 */
export async function librarySize(tx: Tx): Promise<LibrarySize> {
  const [row] = await tx.$queryRaw<{ counted: number; estimated: number }[]>`
    select set_config('jit', 'off', true), (select count(*)::int from (select from library_entry limit ${countable + 1}::int) first_ones) as counted,
      (select reltuples::float8 from pg_class where oid = 'library_entry'::regclass) as estimated`;
  const { counted, estimated } = row ?? { counted: 0, estimated: 0 };
  if (counted <= countable) return { sources: counted, exact: true, parts: 1024 };
  const sources = Math.max(counted, Math.round(estimated));
  return { sources, exact: false, parts: Math.min(1024, Math.max(1, Math.ceil((1024 * sampled) / sources))) };
}
