import { type LibraryQuestion, libraryFacets, narrowedBy } from "@/domain/source/library-question";
import type { Tx } from "@/server/db";
import { type Choices, countAround, countWithin } from "./counts";
import { type LibraryIds, libraryIds, planFor } from "./page";
import { librarySize } from "./size";

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
 * that whether they are quicker found by walking or by gathering.
 */
export async function findInLibrary(
  tx: Tx,
  question: LibraryQuestion,
  { after = null, size = 50 }: { after?: string | null; size?: number } = {},
): Promise<LibraryFound> {
  const { sources: whole, exact, parts } = await librarySize(tx);
  await planFor(tx, null);
  const around = await countAround(tx, question, parts);
  if (exact) {
    const page = await libraryIds(tx, { question, after, size, way: null });
    return { ...page, total: around.found, whole, about: { total: false, choices: false }, choices: around.choices };
  }
  const scale = 1024 / parts;
  const choices = scaled(around.choices, scale);
  if (around.found >= enough) {
    const page = await libraryIds(tx, { question, after, size, way: "walk" });
    const total = narrowedBy(question) === 0 ? whole : Math.round(around.found * scale);
    return { ...page, total, whole, about: { total: true, choices: true }, choices };
  }
  const page = await libraryIds(tx, { question, after, size, way: "gather" });
  await planFor(tx, "gather");
  const within = await countWithin(tx, question);
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
