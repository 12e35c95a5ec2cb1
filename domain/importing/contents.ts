import { wordsOfBlocks } from "./block-words";
import { announcesContents, announcesSources, plainHeading } from "./names";
import { type Block, type Inline, type LedgerLine, wordsOf } from "./tree";

export type WithoutContents = { blocks: Block[]; lines: LedgerLine[]; warnings: string[] };

/**
 * Takes the list of contents out (it is made anew), first letting it say which lines are headings. What it names and
 * the text lacks, and the reverse, is a warning.
 */
export function takeContents(written: readonly Block[], title: string): WithoutContents {
  const blocks = written.flatMap(withHeadingLine).map((block, at, all) => promoted(block, all[at + 1]));
  const lines: LedgerLine[] = [];
  const marked = blocks.filter((block) => !isGenerated(block, lines));
  const start = marked.findIndex(isContentsHeading);
  const end = start === -1 ? -1 : endOf(marked, start);
  if (start === -1 || end <= start + 1) return { blocks: marked, lines, warnings: [] };

  const entries = marked.slice(start + 1, end).flatMap(entriesOf);
  const named = new Set(entries.map(plainHeading));
  const left = [...marked.slice(0, start), ...marked.slice(end)].map((block) => headingIfNamed(block, named));
  lines.push({
    what: "list of contents",
    text: wordsOfBlocks(marked.slice(start, end)),
    reason: "The contents are made anew from the headings.",
  });
  return { blocks: left, lines, warnings: mismatches(entries, left, title) };
}

const isContentsHeading = (block: Block): boolean =>
  (block.kind === "heading" || block.kind === "paragraph") && announcesContents(wordsOf(block.inlines));

function endOf(blocks: readonly Block[], start: number): number {
  if (blocks[start + 1]?.kind === "list") {
    let end = start + 2;
    while (blocks[end]?.kind === "list") end++;
    return end;
  }
  const headings = new Set(
    blocks.slice(start + 1).flatMap((block) => (block.kind === "heading" ? [nameOf(block)] : [])),
  );
  let end = start + 1;
  while (end < blocks.length) {
    const block = blocks[end];
    if (block?.kind !== "paragraph" || !headings.has(plainHeading(wordsOf(block.inlines)))) break;
    end++;
  }
  return end;
}

function entriesOf(block: Block): string[] {
  if (block.kind === "paragraph") return [textOnly(block.inlines)];
  return block.kind === "list" ? block.items.flatMap((item) => item.flatMap(entriesOf)) : [];
}

const textOnly = (inlines: readonly Inline[]): string =>
  wordsOf(inlines.map((inline) => ("marks" in inline ? { ...inline, marks: [] } : inline)));

/** A paragraph of a heading's shape that is one: the name of a source list, set in bold or before a list. */
function promoted(block: Block, next: Block | undefined): Block {
  if (block.kind !== "paragraph") return block;
  const words = wordsOf(block.inlines);
  const strong = isStrong(block.inlines);
  const announces = (strong || next?.kind === "list" || words.endsWith(":")) && announcesSources(words) === "sources";
  return announces || (strong && announcesContents(words))
    ? { kind: "heading", level: 2, inlines: block.inlines }
    : block;
}

/** A paragraph whose first line is the name of a source list and whose second bears a number is a heading and the rest. */
function withHeadingLine(block: Block): Block[] {
  const first = block.kind === "paragraph" ? block.inlines[0] : undefined;
  if (block.kind !== "paragraph" || first?.kind !== "text") return [block];
  const at = first.text.indexOf("\n");
  if (at === -1 || at > 60 || !announcesSources(first.text.slice(0, at))) return [block];
  const rest = first.text.slice(at + 1);
  if (!/^\s*(?:\[\[?\d|\d{1,3}[.)]\s)/u.test(rest)) return [block];
  return [
    { kind: "heading", level: 2, inlines: [{ ...first, text: first.text.slice(0, at) }] },
    { kind: "paragraph", inlines: [{ ...first, text: rest }, ...block.inlines.slice(1)] },
  ];
}

/** Says whether a paragraph is set in bold from end to end. */
export const isStrong = (inlines: readonly Inline[]): boolean =>
  inlines.length > 0 &&
  inlines.every(
    (inline) =>
      inline.kind === "text" && (inline.text.trim() === "" || inline.marks.some((mark) => mark.kind === "strong")),
  );

function headingIfNamed(block: Block, named: ReadonlySet<string>): Block {
  if (block.kind !== "paragraph" || !named.has(plainHeading(wordsOf(block.inlines)))) return block;
  return { kind: "heading", level: 2, inlines: block.inlines };
}

function isGenerated(block: Block, lines: LedgerLine[]): boolean {
  if (block.kind !== "paragraph") return false;
  const words = wordsOf(block.inlines);
  if (!/^(?:\[toc\]|\[\[_?toc_?\]\]|\{:toc\}|\$\{toc\}|<!-- toc -->)$/iu.test(words)) return false;
  lines.push({ what: "list of contents", text: words, reason: "The contents are made anew from the headings." });
  return true;
}

const nameOf = (block: Block): string => ("inlines" in block ? plainHeading(textOnly(block.inlines)) : "");

function mismatches(entries: readonly string[], blocks: readonly Block[], title: string): string[] {
  const headings = blocks.filter((block) => block.kind === "heading");
  const present = new Set([...headings.map(nameOf), plainHeading(title)]);
  const listed = new Set(entries.map(plainHeading));
  const top = Math.min(...headings.filter((block) => listed.has(nameOf(block))).map((block) => block.level));
  const missing = entries
    .filter((entry) => !present.has(plainHeading(entry)))
    .map((entry) => `The list of contents names “${entry}”, and no heading of the text is called that.`);
  const unlisted = headings
    .filter((block) => block.level <= top && nameOf(block) !== plainHeading(title) && !listed.has(nameOf(block)))
    .filter((block) => !announcesSources(textOnly(block.inlines)))
    .map((block) => `The heading “${textOnly(block.inlines)}” is not in the list of contents.`);
  return [...missing, ...unlisted];
}
