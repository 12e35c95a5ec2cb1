import { type LibraryFacet, type LibraryQuestion, libraryFacets } from "@/domain/source/library-question";
import type { Tx } from "@/server/db";
import { Prisma } from "@/server/db/generated/client";
import { conditionOf, marksOf, type Reading, wholeConditionOf } from "./condition";

/** How many lines have each choice of each facet, the most frequent first. */
export type Choices = Record<LibraryFacet, { choice: string; sources: number }[]>;
export type LibraryCounts = { found: number; choices: Choices };

/** How many choices of a facet are offered. */
const mostChoices = 12;

/**
 * Counts what a question finds, and what it would with another choice in one facet, among the lines of some parts of the
 * library (1,024 are all). A line that fails two choices of a question counts nowhere.
 */
export function countAround(
  tx: Tx,
  question: LibraryQuestion,
  reading: Reading,
  parts: number,
): Promise<LibraryCounts> {
  // Drawn first and by itself: the database would rather look for the words than draw.
  const lines =
    parts < 1024
      ? Prisma.sql`(select * from library_entry where dice < ${parts}::int offset 0) e`
      : Prisma.sql`library_entry e`;
  const marks = marksOf(question).map(({ mark }) => mark);
  return count(tx, Prisma.sql`${lines} where ${conditionOf(question, reading)}`, marks);
}

/** Counts what a question finds and nothing around it: exact, and quick where that is little. */
export const countWithin = (tx: Tx, question: LibraryQuestion, reading: Reading): Promise<LibraryCounts> =>
  count(tx, Prisma.sql`library_entry e where ${wholeConditionOf(question, reading)}`, []);

async function count(tx: Tx, lines: Prisma.Sql, marks: string[]): Promise<LibraryCounts> {
  const fails = [
    Prisma.sql`null`,
    ...marks.map((mark) => Prisma.sql`case when ${mark}::text <> all (e.marks) then ${mark.split(":")[0]}::text end`),
  ];
  const rows = await tx.$queryRaw<{ mark: string; sources: number }[]>`
    with near as materialized (
      select e.marks, array_remove(array[${Prisma.join(fails)}]::text[], null) as failed
      from ${lines}
    ), counted as (
      select mark, count(*)::int as sources
      from (select marks, failed[1] as facet from near where cardinality(failed) <= 1) near,
        unnest(near.marks) mark
      where facet is null or split_part(mark, ':', 1) = facet
      group by mark
    ), ranked as (
      select mark, sources, row_number() over (partition by split_part(mark, ':', 1) order by sources desc, mark) as rank
      from counted
    )
    select mark, sources from ranked where rank <= ${mostChoices}::int or mark = any(${marks}::text[])
    union all select '', count(*)::int from near where cardinality(failed) = 0
    order by sources desc, mark`;
  const found = rows.find(({ mark }) => mark === "")?.sources ?? 0;
  const choices = Object.fromEntries(libraryFacets.map((facet) => [facet, choicesIn(rows, facet)]));
  return { found, choices: { ...none, ...choices } };
}

const none: Choices = { type: [], link: [], standing: [], used: [], in: [], tag: [], by: [] };

const choicesIn = (rows: { mark: string; sources: number }[], facet: LibraryFacet): Choices[LibraryFacet] =>
  rows
    .filter(({ mark }) => mark.startsWith(`${facet}:`))
    .map(({ mark, sources }) => ({ choice: mark.slice(facet.length + 1), sources }));

/** Of these words those that are not in a great many lines of a sample, so that an index finds them quickly; all where each is. */
export async function rareWords(tx: Tx, words: readonly string[], parts: number): Promise<readonly string[]> {
  if (words.length < 2) return words;
  const rows = await tx.$queryRaw<{ word: string; share: number }[]>`
    with part as materialized (select search from library_entry where dice < ${parts}::int)
    select word, (select avg((search like '%' || word || '%')::int)::float8 from part) as share
    from unnest(${words}::text[]) word`;
  const rare = rows.filter(({ share }) => share < 0.2).map(({ word }) => word);
  return rare.length > 0 ? rare : words;
}
