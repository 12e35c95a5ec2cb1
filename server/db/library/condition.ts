import { type LibraryFacet, type LibraryQuestion, libraryFacets } from "@/domain/source/library-question";
import { searchWords } from "@/domain/source/search-text";
import { Prisma } from "@/server/db/generated/client";

/** A question's mark for each facet that it chooses: "link:dead". */
export function marksOf(question: LibraryQuestion): { facet: LibraryFacet; mark: string }[] {
  return libraryFacets.flatMap((facet) => {
    const choice = question[facet];
    return choice === null ? [] : [{ facet, mark: `${facet}:${choice}` }];
  });
}

/** What a line `e` of `library_entry` must be like besides its marks: its words, its year, and when it was added. */
export function conditionOf({ q, from, to, added }: LibraryQuestion): Prisma.Sql {
  const parts = [
    Prisma.sql`true`,
    ...searchWords(q).map((word) => Prisma.sql`e.search like ${`%${word.replace(/[\\%_]/gu, "\\$&")}%`}`),
    ...(from === null ? [] : [Prisma.sql`e.year >= ${from}::int`]),
    ...(to === null ? [] : [Prisma.sql`e.year <= ${to}::int`]),
    ...(added === null ? [] : [Prisma.sql`e.added_at > now() - ${`1 ${added}`}::interval`]),
  ];
  return Prisma.join(parts, " and ");
}

/** All of a question as a condition on a line `e`. */
export function wholeConditionOf(question: LibraryQuestion): Prisma.Sql {
  const marks = marksOf(question).map(({ mark }) => mark);
  const condition = conditionOf(question);
  return marks.length === 0 ? condition : Prisma.sql`e.marks @> ${marks}::text[] and ${condition}`;
}
