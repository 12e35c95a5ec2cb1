import type { Run } from "@/domain/citation/formatter";

/**
 * What stands for formatting in the worker's answer: noncharacters (Unicode 23.7), which no text that is exchanged holds
 * and which `withoutTokens` takes out of everything that goes in. So text can never be taken for formatting.
 */
export const tokens = {
  end: "\uFDD1",
  start: {
    italic: "\uFDD2",
    upright: "\uFDD3",
    bold: "\uFDD4",
    regular: "\uFDD5",
    smallCaps: "\uFDD6",
    noSmallCaps: "\uFDD7",
    underline: "\uFDD8",
    noUnderline: "\uFDD9",
    sup: "\uFDDA",
    sub: "\uFDDB",
    baseline: "\uFDDC",
  },
  block: "\uFDDD",
  leftMargin: "\uFDDE",
  cite: "\uFDDF",
  entry: "\uFDE0",
  endOfId: "\uFDE1",
} as const;

/** `<` and `>` on their way through citeproc, which reads a few HTML tags in titles: here they are only characters. */
const less = "\uFDE2";
const more = "\uFDE3";

/** Text for citeproc: without tokens, and with no character that it would read as markup. */
export const guarded = (text: string): string => withoutTokens(text).replaceAll("<", less).replaceAll(">", more);

const withoutTokens = (text: string): string => text.replace(/[\uFDD0-\uFDEF]/gu, "");

/** Text as it is to be kept. An initial of a name in a rare script may come as half a character, which no database takes. */
const opened = (text: string): string =>
  text
    .replaceAll(less, "<")
    .replaceAll(more, ">")
    .replace(/\p{Surrogate}/gu, "\uFFFD");

type Set = Omit<Run, "text" | "href">;
type Change = (set: Set) => Set;

const without = (set: Set, key: keyof Set): Set => Object.fromEntries(Object.entries(set).filter(([k]) => k !== key));

const changes = new Map<string, Change>([
  [tokens.start.italic, (set) => ({ ...set, italic: true })],
  [tokens.start.upright, (set) => without(set, "italic")],
  [tokens.start.bold, (set) => ({ ...set, bold: true })],
  [tokens.start.regular, (set) => without(set, "bold")],
  [tokens.start.smallCaps, (set) => ({ ...set, smallCaps: true })],
  [tokens.start.noSmallCaps, (set) => without(set, "smallCaps")],
  [tokens.start.underline, (set) => ({ ...set, underline: true })],
  [tokens.start.noUnderline, (set) => without(set, "underline")],
  [tokens.start.sup, (set) => ({ ...without(set, "sub"), sup: true })],
  [tokens.start.sub, (set) => ({ ...without(set, "sup"), sub: true })],
  [tokens.start.baseline, (set) => without(without(set, "sup"), "sub")],
]);

/** What one string of the worker says: the id of the entry it is, what stands in its left margin, and its runs. */
export type Told = { entry: string | null; margin: string | null; runs: Run[] };

/** Reads a string of the worker. `referenceOf` turns the worker's own ids back; what it does not know is no reference. */
export function readTokens(text: string, referenceOf: (id: string) => string | undefined): Told {
  const told: Told = { entry: null, margin: null, runs: [] };
  const levels: { set: Set; margin: boolean }[] = [{ set: {}, margin: false }];
  const pieces = text.split(/([\uFDD0-\uFDE1])/u);
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] ?? "";
    const level = levels.at(-1) ?? { set: {}, margin: false };
    const change = changes.get(piece);
    if (change) levels.push({ ...level, set: change(level.set) });
    else if (piece === tokens.end) levels.length = Math.max(1, levels.length - 1);
    else if (piece === tokens.leftMargin) levels.push({ ...level, margin: true });
    else if (piece === tokens.block) {
      add(told, " ", level);
      levels.push(level);
    } else if (piece === tokens.cite || piece === tokens.entry) {
      index += 1;
      const id = pieces[index] ?? "";
      const reference = referenceOf(id);
      if (piece === tokens.entry) told.entry = id;
      else levels.push({ ...level, set: reference === undefined ? level.set : { ...level.set, reference } });
    } else if (piece !== tokens.endOfId) add(told, opened(piece), level);
  }
  return told;
}

function add(told: Told, text: string, { set, margin }: { set: Set; margin: boolean }): void {
  if (!text) return;
  if (margin) told.margin = (told.margin ?? "") + text;
  else told.runs.push({ text, ...set });
}
