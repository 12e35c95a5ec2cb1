import { inlinesOf } from "./block-inlines";
import { announcesSources } from "./names";
import { labelsOf } from "./reference-line";
import { type Block, type Cell, type Inline, type LedgerLine, wordsOf } from "./tree";

/** A line of a source list, with its place where the list was numbered. */
export type SourceLine = { text: string; place: number | null };
export type WithoutSources = { blocks: Block[]; sources: SourceLine[]; lines: LedgerLine[] };

/**
 * Takes the source lists out of the text: every section of that name whose blocks look like entries, and without one a
 * row of lines numbered in brackets at the very end. Prose under such a heading stays a section.
 */
export function takeSources(given: readonly Block[]): WithoutSources {
  const blocks = given.map((block, at) => asHeading(block, given[at + 1]));
  const left: Block[] = [];
  const taken: WithoutSources = { blocks: left, sources: [], lines: [] };
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    const announced = block?.kind === "heading" ? announcesSources(wordsOf(block.inlines)) : null;
    const end = block?.kind === "heading" ? endOfSection(blocks, at, block.level) : at + 1;
    const entries = announced ? linesIn(blocks.slice(at + 1, end)) : null;
    if (
      block?.kind === "heading" &&
      announced &&
      entries &&
      areEntries(announced, entries.sources, blocks.slice(at + 1, end))
    ) {
      taken.sources.push(...entries.sources);
      taken.lines.push(headingLine(wordsOf(block.inlines), entries.sources.length), ...entries.lines);
      at = end;
    } else {
      if (block) left.push(block);
      at++;
    }
  }
  return taken.sources.length > 0 ? taken : withTrailing(taken);
}

/** A line of its own that announces sources right above a list is a heading, though nobody marked it as one. */
function asHeading(block: Block, next: Block | undefined): Block {
  if (block.kind !== "paragraph" || next?.kind !== "list") return block;
  const announced = announcesSources(wordsOf(block.inlines).trim().replace(/\s*:$/u, "")) === "sources";
  return announced ? { kind: "heading", level: 6, inlines: block.inlines } : block;
}

function endOfSection(blocks: readonly Block[], start: number, level: number): number {
  const next = blocks.findIndex((block, at) => at > start && block.kind === "heading" && block.level <= level);
  return next === -1 ? blocks.length : next;
}

function headingLine(text: string, count: number): LedgerLine {
  const reason =
    count > 0 ? "Its lines became the article's references." : "The list was empty; references have their own place.";
  return { what: "source list", text, reason };
}

/**
 * A line of more than 700 characters is prose, and so is a "Notes" section with a line that bears no number; what cites by key is
 * text itself.
 */
function areEntries(announced: "sources" | "notes", sources: readonly SourceLine[], blocks: readonly Block[]): boolean {
  if (blocks.some((block) => inlinesOf(block).some(({ kind }) => kind === "cite"))) return false;
  if (announced === "notes")
    return sources.length > 0 && sources.every((line) => labelsOf(line.text, line.place).labels.length > 0);
  const prose = blocks.filter((block) => block.kind === "paragraph" && isProse(wordsOf(block.inlines))).length;
  return prose * 2 <= sources.length;
}

const isProse = (text: string): boolean => text.length > 700 && !/https?:\/\/|doi/iu.test(text);

/** Every line of a source list, a nested item being one of its own. */
function linesIn(blocks: readonly Block[]): { sources: SourceLine[]; lines: LedgerLine[] } {
  const sources: SourceLine[] = [];
  const lines: LedgerLine[] = [];
  const add = (text: string, place: number | null = null) => {
    if (text.trim()) sources.push({ text: text.trim(), place });
  };
  const walk = (block: Block, place: number | null = null) => {
    if (block.kind === "paragraph")
      for (const [at, line] of linesOf(block.inlines).entries()) add(line, at === 0 ? place : null);
    else if (block.kind === "code") add(`${block.language ?? ""} ${block.text}`.replace(/\s+/gu, " "));
    else if (block.kind === "quote") for (const inner of block.blocks) walk(inner);
    else if (block.kind === "table") for (const row of [block.head, ...block.rows]) add(rowText(row));
    else if (block.kind === "figure") add(`${wordsOf(block.caption)} ${block.address}`);
    else if (block.kind === "heading") lines.push(groupLine(wordsOf(block.inlines)));
    else if (block.kind === "list")
      block.items.forEach((item, index) => {
        for (const [at, inner] of item.entries())
          walk(inner, at === 0 && block.start !== null ? block.start + index : null);
      });
  };
  for (const block of blocks) walk(block);
  return { sources, lines };
}

const groupLine = (text: string): LedgerLine => ({
  what: "heading in the source list",
  text,
  reason: "References are one list; the heading stands here.",
});

const rowText = (cells: readonly Cell[]): string =>
  cells
    .map((cell) => wordsOf(cell.inlines))
    .filter(Boolean)
    .join(" · ");

/** A paragraph's lines: broken where the text breaks it, and before a line that begins with a number of its own. */
function linesOf(inlines: readonly Inline[]): string[] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.kind === "break") lines.push([]);
    else if (inline.kind === "text") {
      const parts = inline.text.split(/\n(?=\s*(?:\[\[?\d|\[\^|\d{1,3}[.)]\s|[-*•]\s))/u);
      parts.forEach((text, at) => {
        if (at > 0) lines.push([]);
        lines.at(-1)?.push({ ...inline, text });
      });
    } else lines.at(-1)?.push(inline);
  }
  return lines.map(wordsOf);
}

/** Lines numbered in brackets that end a text without any heading are its sources, when there are two or more. */
function withTrailing(taken: WithoutSources): WithoutSources {
  let start = taken.blocks.length;
  const numbered = (block: Block | undefined) =>
    block?.kind === "paragraph" &&
    linesOf(block.inlines).every((line) => /^\[\[?\d{1,4}[\],\s]/u.test(line) && line.length > 12);
  while (start > 0 && numbered(taken.blocks[start - 1])) start--;
  const entries = linesIn(taken.blocks.slice(start));
  if (entries.sources.length < 2) return taken;
  if (taken.blocks[start - 1]?.kind === "rule") start--;
  const moved = {
    what: "source list",
    text: "",
    reason: "The numbered lines at the end became the article's references.",
  };
  return {
    blocks: taken.blocks.slice(0, start),
    sources: entries.sources,
    lines: [...taken.lines, ...entries.lines, moved],
  };
}
