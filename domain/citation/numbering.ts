import type { ReferenceId } from "@/domain/ids";

/** The number of each cited reference: 1 for the one cited first, and so on. A number is drawn, never stored. */
export function numbersOf(
  citations: Iterable<{ items: readonly { reference: ReferenceId | null }[] }>,
): Map<ReferenceId, number> {
  const numbers = new Map<ReferenceId, number>();
  for (const { items } of citations)
    for (const { reference } of items)
      if (reference && !numbers.has(reference)) numbers.set(reference, numbers.size + 1);
  return numbers;
}

/** The letters of the places where one reference is cited: a for the first (0), z for the 26th, then aa, ab. */
export function placeLetters(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : placeLetters(Math.floor(index / 26) - 1) + letter;
}

/** Numbers in rising order with three or more neighbours drawn together: 1, 2, 4, 5, 6 becomes [1] [2] [4 to 6]. */
export function numberRuns(numbers: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && number === last.to) continue;
    if (last && number === last.to + 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs.flatMap(({ from, to }) =>
    to === from + 1
      ? [
          { from, to: from },
          { from: to, to },
        ]
      : [{ from, to }],
  );
}
