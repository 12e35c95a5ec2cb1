import { announcesContents, announcesSources } from "./names";
import { type Block, type DraftTree, hrefOf, type Inline, textInline, wordsOf } from "./tree";

/** Title, standfirst and byline as the text has them, and the blocks without them. */
export type WithoutFront = {
  title: readonly Inline[];
  standfirst: readonly Inline[];
  byline: readonly Inline[];
  blocks: readonly Block[];
};

/**
 * Takes the front off a text: the title is what front matter says, else the heading or the short line that it opens
 * with. Standfirst and byline are only taken where they can be told for sure: right below the title, the one in
 * italics or named as such, the other "By" somebody.
 */
export function takeFront({ blocks, named }: DraftTree): WithoutFront {
  const titled = named.title === null ? titleOf(blocks) : titleAgain(blocks, named.title);
  let left = titled.left;
  let standfirst: readonly Inline[] = named.standfirst ? [textInline(named.standfirst)] : [];
  let byline: readonly Inline[] = named.byline ? [textInline(named.byline)] : [];
  for (let looked = 0; looked < 2 && titled.title.length > 0; looked++) {
    const inlines = left[0]?.kind === "paragraph" ? left[0].inlines : null;
    if (!inlines) break;
    if (byline.length === 0 && isByline(wordsOf(inlines))) byline = inlines;
    else if (standfirst.length === 0 && standfirstIn(inlines)) standfirst = standfirstIn(inlines) ?? [];
    else break;
    left = left.slice(1);
  }
  return { title: titled.title, standfirst, byline, blocks: left };
}

type Titled = { title: readonly Inline[]; left: readonly Block[] };

/** The first block where it is the only heading of its rank, or a short line with headings below it. */
function titleOf(blocks: readonly Block[]): Titled {
  const first = blocks[0];
  const none = { title: [], left: blocks };
  if (first?.kind === "heading") {
    const words = wordsOf(first.inlines);
    if (announcesContents(words) || announcesSources(words)) return none;
    const others = blocks.slice(1).flatMap((block) => (block.kind === "heading" ? [block.level] : []));
    const alone = first.level === 1 || others.every((level) => level > first.level);
    return alone ? { title: first.inlines, left: blocks.slice(1) } : none;
  }
  if (first?.kind !== "paragraph" || blocks.length < 2) return none;
  const words = wordsOf(first.inlines);
  const isLine =
    words.length <= 150 && !/[.,;:]["”’»)]?$/u.test(words) && !announcesContents(words) && !isByline(words);
  return isLine && blocks.some((block) => block.kind === "heading") && !announcesSources(words)
    ? { title: first.inlines, left: blocks.slice(1) }
    : none;
}

/** Front matter names the title; a first heading that says it again is not a section. */
function titleAgain(blocks: readonly Block[], title: string): Titled {
  const first = blocks[0];
  const same = first?.kind === "heading" && wordsOf(first.inlines).toLowerCase() === title.trim().toLowerCase();
  return same ? { title: first.inlines, left: blocks.slice(1) } : { title: [textInline(title)], left: blocks };
}

const isByline = (words: string): boolean =>
  words.length <= 120 &&
  /^by:?\s+(?:\p{Lu}|[“"])/iu.test(words) &&
  !/[.!?]$/u.test(words.replace(/\b(?:Jr|Sr|\p{Lu})\.$/u, "")) &&
  !/[:;]/u.test(words.slice(4));

const label = /^(?:standfirst|dek|subtitle|sub-title|subhead|strapline|summary line|teaser)\s*:\s*/iu;

function standfirstIn(inlines: readonly Inline[]): readonly Inline[] | null {
  const first = inlines[0];
  if (first?.kind === "text" && label.test(first.text))
    return [textInline(first.text.replace(label, ""), first.marks), ...inlines.slice(1)];
  const slanted = inlines.every(
    (inline) =>
      inline.kind === "text" && (inline.text.trim() === "" || inline.marks.some((mark) => mark.kind === "em")),
  );
  if (!slanted || inlines.length === 0 || inlines.some((inline) => hrefOf(inline) !== null)) return null;
  return inlines.map((inline) =>
    inline.kind === "text"
      ? textInline(
          inline.text,
          inline.marks.filter((mark) => mark.kind !== "em"),
        )
      : inline,
  );
}
