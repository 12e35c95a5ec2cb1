import { reservedSlugs } from "./address";
import { plainLetters } from "./slug";

/**
 * What of a missed address may be an article's: `words` is its wordiest part as a slug would be written, `beginning` the
 * same where it is long enough to have been cut off, `runs` every part of it that may be a slug with something around it.
 */
export type Missed = { words: string; beginning: string; runs: string[] };

const shortest = 4;
/** Fewer letters begin too much to say what was meant. */
const shortestBeginning = 6;
/** Two words in a row are no address that somebody meant, if they are shorter. */
const shortestRun = 8;
const longest = 100;
const mostRuns = 150;

/**
 * Reads a path that has no page, as pages' paths are written: decoded, in small letters. Null where it is not like an
 * article's address: the house's own, a file, a hidden folder, or too short to say anything.
 */
export function readMissed(path: string): Missed | null {
  const segments = path.slice(1).split("/");
  if (reservedSlugs.includes(segments[0] ?? "") || segments.some((segment) => segment.startsWith("."))) return null;
  const last = (segments.pop() ?? "").replace(/\.html?$/, "");
  if (/\.[a-z0-9]{1,12}$/.test(last)) return null;
  const slugs = [...segments, last].map(asSlug).filter((slug) => slug.length >= shortest);
  const words = slugs.reduce((best, slug) => (lettersIn(slug) >= lettersIn(best) ? slug : best), "");
  if (lettersIn(words) < shortest) return null;
  const runs = [...new Set([...slugs, ...slugs.flatMap(runsIn)])].slice(0, mostRuns);
  return { words, beginning: words.length >= shortestBeginning ? words : "", runs };
}

/** Words with dashes between, without accents, as slugs are made. */
const asSlug = (text: string): string =>
  plainLetters(text)
    .match(/[\p{L}\p{M}\p{N}]+/gu)
    ?.join("-")
    .slice(0, longest) ?? "";

const lettersIn = (slug: string): number => slug.match(/\p{L}/gu)?.length ?? 0;

/** All that stands between two dashes of a slug. */
function runsIn(slug: string): string[] {
  const words = slug.split("-");
  return words
    .flatMap((_, from) => words.slice(from + 1).map((__, more) => words.slice(from, from + more + 2).join("-")))
    .filter((run) => run.length >= shortestRun);
}
