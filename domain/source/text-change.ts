/**
 * How much of two texts is the same, from 0 to 1: the share of their runs of three words that both have (Jaccard's
 * index). A date or a counter that changes leaves it near 1.
 */
export function likeness(before: string, after: string): number {
  const [one, other] = [runsOf(before), runsOf(after)];
  if (one.size === 0 && other.size === 0) return 1;
  let shared = 0;
  for (const run of one) if (other.has(run)) shared++;
  return shared / (one.size + other.size - shared);
}

/** Below this likeness a text has changed so much that somebody should read it again. */
export const changedMuch = 0.9;

function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 3) return new Set(words);
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}
