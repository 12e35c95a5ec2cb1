import { type LibraryFacet, type LibraryQuestion, libraryFacets } from "@/domain/source/library-question";
import { searchWords, wordBeginnings, wordBreak } from "@/domain/source/search-text";
import { Prisma } from "@/server/db/generated/client";

/** A question's mark for each facet that it chooses: "link:dead". */
export function marksOf(question: LibraryQuestion): { facet: LibraryFacet; mark: string }[] {
  return libraryFacets.flatMap((facet) => {
    const choice = question[facet];
    return choice === null ? [] : [{ facet, mark: `${facet}:${choice}` }];
  });
}

/**
 * How words are looked for: as beginnings of words, read line by line ("read") or some of them in the index first; or anywhere
 * in the text ("letters"), for parts of identifiers and for scripts without spaces.
 */
export type Reading = "read" | "letters" | { indexed: readonly string[] };

/** What a line `e` of `library_entry` must be like besides its marks: its words, its year, and when it was added. */
export function conditionOf({ q, from, to, added }: LibraryQuestion, reading: Reading): Prisma.Sql {
  const parts = [
    Prisma.sql`true`,
    ...wordsIn(q, reading),
    ...(from === null ? [] : [Prisma.sql`e.year >= ${from}::int`]),
    ...(to === null ? [] : [Prisma.sql`e.year <= ${to}::int`]),
    ...(added === null ? [] : [Prisma.sql`e.added_at > now() - ${`1 ${added}`}::interval`]),
  ];
  return Prisma.join(parts, " and ");
}

function wordsIn(q: string, reading: Reading): Prisma.Sql[] {
  if (reading === "letters")
    return searchWords(q).map((word) => Prisma.sql`e.search like ${`%${word.replace(/[\\%_]/gu, "\\$&")}%`}`);
  const indexed = reading === "read" ? [] : reading.indexed;
  const query = indexed.map((word) => `'${word}':*`).join(" & ");
  // Of what is read the first condition is cheap, and puts most lines aside; the index of letters is kept out of it.
  const read = wordBeginnings(q)
    .filter((word) => !indexed.includes(word))
    .map((word) => Prisma.sql`(e.search || '' like ${`%${word}%`} and e.search || '' ~ ${`(^|${wordBreak})${word}`})`);
  return query === "" ? read : [Prisma.sql`library_words(e.search) @@ ${query}::tsquery`, ...read];
}

/** All of a question as a condition on a line `e`. */
export function wholeConditionOf(question: LibraryQuestion, reading: Reading): Prisma.Sql {
  const marks = marksOf(question).map(({ mark }) => mark);
  const condition = conditionOf(question, reading);
  return marks.length === 0 ? condition : Prisma.sql`e.marks @> ${marks}::text[] and ${condition}`;
}
