import { type LibraryQuestion, libraryFacets, narrowedBy } from "@/domain/source/library-question";
import { wordBeginnings } from "@/domain/source/search-text";
import type { Tx } from "@/server/db";
import { type Choices, countAround, countWithin, rareWords } from "./counts";
import { type LibraryIds, libraryIds, planFor } from "./page";
import { type LibrarySize, librarySize } from "./size";

/** What a question finds: a page of ids, and counts that are exact or, in a large library, about right. */
export type LibraryFound = LibraryIds & {
  total: number;
  whole: number;
  /** Whether `total`, and whether the counts beside the choices, are estimates. */
  about: { total: boolean; choices: boolean };
  choices: Choices;
};

/** So many lines of a sample show that a walk along the order soon finds a page. */
const enough = 20;

/**
 * Answers a question to the library in a time that does not grow with it: a sample says how many lines fit, and with
 * that whether they are quicker found by walking or by gathering. Words are beginnings of words; where nothing has them,
 * they are looked for inside words too.
 */
export async function findInLibrary(
  tx: Tx,
  question: LibraryQuestion,
  { after = null, size = 50 }: { after?: string | null; size?: number } = {},
): Promise<LibraryFound> {
  const library = await librarySize(tx);
  const inside = question.q !== "" && wordBeginnings(question.q).length === 0;
  const found = await findAs(tx, question, inside, library, { after, size });
  const nothing = found.total === 0 && question.q !== "" && !inside;
  return nothing ? findAs(tx, question, true, library, { after, size }) : found;
}

/** Finds beginnings of words, or what stands inside them. */
async function findAs(
  tx: Tx,
  question: LibraryQuestion,
  inside: boolean,
  { sources: whole, exact, parts }: LibrarySize,
  { after, size }: { after: string | null; size: number },
): Promise<LibraryFound> {
  const read = inside ? "letters" : "read";
  const around = await countAround(tx, question, read, parts);
  if (exact) {
    const page = await libraryIds(tx, { question, reading: read, after, size });
    return { ...page, total: around.found, whole, about: { total: false, choices: false }, choices: around.choices };
  }
  const scale = 1024 / parts;
  const choices = scaled(around.choices, scale);
  if (around.found >= enough) {
    await planFor(tx, "walk");
    const page = await libraryIds(tx, { question, reading: read, after, size });
    await planFor(tx, null);
    const total = narrowedBy(question) === 0 ? whole : Math.round(around.found * scale);
    return { ...page, total, whole, about: { total: true, choices: true }, choices };
  }
  const indexed = await rareWords(tx, wordBeginnings(question.q), parts);
  const gathered = inside ? "letters" : { indexed };
  await planFor(tx, "gather");
  const page = await libraryIds(tx, { question, reading: gathered, after, size });
  const within = await countWithin(tx, question, gathered);
  await planFor(tx, null);
  const known = Object.fromEntries(
    libraryFacets.map((facet) => [
      facet,
      question[facet] === null ? within.choices[facet] : withExact(choices[facet], within.choices[facet]),
    ]),
  );
  return {
    ...page,
    total: within.found,
    whole,
    about: { total: false, choices: true },
    choices: { ...choices, ...known },
  };
}

function scaled(choices: Choices, scale: number): Choices {
  const grown = libraryFacets.map((facet) => [
    facet,
    choices[facet].map(({ choice, sources }) => ({ choice, sources: Math.round(sources * scale) })),
  ]);
  return { ...choices, ...Object.fromEntries(grown) };
}

/** What is known exactly in place of what was estimated. */
const withExact = (estimates: Choices["type"], exact: Choices["type"]): Choices["type"] => [
  ...exact,
  ...estimates.filter(({ choice }) => !exact.some((one) => one.choice === choice)),
];
