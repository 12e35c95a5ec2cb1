/** A bibliography without the entries of some keys, each taken from its "@" to the next entry that begins a line. */
export function withoutEntries(bib: string, keys: ReadonlySet<string>): string {
  return bib
    .split(/(?=^[ \t]*@[a-z]+[ \t]*\{)/imu)
    .filter((piece) => {
      const key = keyOf(piece);
      return key === null || !keys.has(key);
    })
    .join("");
}

/** The keys of a bibliography's entries, in order. */
export const keysOf = (bib: string): string[] =>
  bib.split(/(?=^[ \t]*@[a-z]+[ \t]*\{)/imu).flatMap((piece) => keyOf(piece) ?? []);

const keyOf = (piece: string): string | null =>
  /^\s*@(?!string|preamble|comment)[a-z]+\s*\{\s*([^\s,]+)\s*,/iu.exec(piece)?.[1] ?? null;

/** Some of the keys, about `share` of them, the same for the same seed (a linear congruential generator). */
export function someOf(keys: readonly string[], share: number, seed: number): string[] {
  let state = seed >>> 0;
  return keys.filter(() => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 < share;
  });
}
