/** Colours for a terminal, or none of them (ECMA-48 "select graphic rendition"). */
export type Paint = Readonly<Record<"strong" | "faint" | "bad" | "warn" | "good", (text: string) => string>>;

/** Paints words when `coloured`, and leaves them as they are otherwise. */
export function paint(coloured: boolean): Paint {
  const set = (code: number, end: number) => (text: string) =>
    coloured ? `\u001B[${code}m${text}\u001B[${end}m` : text;
  return { strong: set(1, 22), faint: set(2, 22), bad: set(31, 39), warn: set(33, 39), good: set(32, 39) };
}
