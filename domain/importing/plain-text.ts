import { announcesContents, announcesSources, plainHeading } from "./names";
import { contentsInLines, type ContentsInLines } from "./plain-contents";
import { inlinesOfLine } from "./plain-inlines";
import { type Item, itemAt, listIn } from "./plain-lists";
import { joinWrapped, type Line } from "./plain-wrapping";
import { type Block, type Definition, type DraftTree, treeOf } from "./tree";

/**
 * Reads plain text: a paragraph a line, or hard-wrapped ones between blank lines. Headings are told by the text's own
 * list of contents, by the names of source lists, by underlining or "#", and by being a short line without a closing
 * stop that stands between paragraphs.
 */
export function readPlainText(text: string): DraftTree {
  const notes: Definition[] = [];
  const written = text.split(/\r\n|[\n\r\u2028\u2029\f\v]/u).map((line, index) => lineOf(line, index));
  const contents = contentsInLines(written);
  const lines = joinWrapped(written, (line) => startsBlock(line, contents));
  const blocks: Block[] = [];
  let inSources = false;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (!line || line.text === "") {
      index++;
      continue;
    }
    const note = /^\[\^([^\]\s]{1,100})\]:\s+(\S.*)$/u.exec(line.text);
    if (note?.[1] && note[2]) {
      notes.push({ label: note[1], text: note[2] });
      index++;
      continue;
    }
    const level = headingLevel(lines, index, contents, inSources);
    if (level) {
      const heading = line.text.replace(/^#{1,6}\s+/u, "").replace(/\s+#+$/u, "");
      inSources = announcesSources(heading) !== null;
      blocks.push({
        kind: "heading",
        level: blocks.length === 0 && opensWithTitle(line.text) ? 1 : level,
        inlines: inlinesOfLine(heading),
      });
      index += isUnderline(lines[index + 1]) ? 2 : 1;
      continue;
    }
    const list = contents.ofLines(line.index) ? barelyListed(lines, index, contents) : listIn(lines, index);
    if (list) blocks.push(list.block);
    else if (isRule(line.text)) blocks.push({ kind: "rule" });
    else blocks.push({ kind: "paragraph", inlines: inlinesOfLine(line.text) });
    index = list ? list.next : index + 1;
  }
  return { ...treeOf(blocks), notes };
}

function lineOf(raw: string, index: number): Line {
  const text = raw.trim();
  return { text, indent: text ? raw.length - raw.trimStart().length : 0, index };
}

/** The bare lines of a list of contents, as the list that they are. */
function barelyListed(
  lines: readonly Line[],
  start: number,
  contents: ContentsInLines,
): { block: Block; next: number } {
  const items: Block[][] = [];
  let next = start;
  for (let line = lines[next]; line && contents.ofLines(line.index); line = lines[++next])
    if (line.text !== "") items.push([{ kind: "paragraph", inlines: inlinesOfLine(line.text) }]);
  return { block: { kind: "list", start: null, items }, next };
}

const isRule = (text: string): boolean => /^(?:[-*_=~–—·•]\s?){3,}$/u.test(text) && text.length < 200;
const isUnderline = (line: Line | undefined): boolean => /^(?:={3,200}|-{3,200}|~{3,200})$/u.test(line?.text ?? "");

function startsBlock(line: Line, contents: ContentsInLines): boolean {
  return (
    contents.covers(line.index) ||
    contents.names(line.text) ||
    itemAt(line.text) !== null ||
    isRule(line.text) ||
    /^(?:#{1,6}\s|\[\^|\[\d{1,4}\]|\[\[\d)/u.test(line.text) ||
    announcesContents(line.text) ||
    announcesSources(line.text) === "sources"
  );
}

/** The level of the heading that a line is, or null. Told by signs first, by its shape last. */
function headingLevel(
  lines: readonly Line[],
  index: number,
  contents: ContentsInLines,
  inSources: boolean,
): number | null {
  const line = lines[index];
  if (!line) return null;
  const isFirst = lines.findIndex((other) => other.text !== "") === index;
  if (isFirst && lines.length > index + 1 && opensWithTitle(line.text)) return 1;
  const hashes = /^(#{1,6})\s+\S/u.exec(line.text)?.[1];
  if (hashes) return hashes.length;
  if (contents.covers(line.index)) return announcesContents(line.text) ? 2 : null;
  if (contents.names(line.text) && itemAt(line.text)?.kind !== "bullet") return 2;
  if (announcesContents(line.text) || announcesSources(line.text) === "sources") return 2;
  if (line.text.length <= 200 && isUnderline(lines[index + 1])) return lines[index + 1]?.text.startsWith("=") ? 1 : 2;
  if (inSources) return null;
  return looksLikeHeading(lines, index) ? 2 : null;
}

/** The line that a text opens with is its title when it is a short one without a closing stop. */
const opensWithTitle = (text: string): boolean =>
  text.length <= 200 &&
  isTitleLike(text.replace(/^#{1,6}\s+/u, "").replace(/(?:\[\^?\w{1,20}\]|!)+$/u, "")) &&
  itemAt(text) === null &&
  !isFrontLine(text) &&
  !announcesContents(text) &&
  announcesSources(text) === null;

/** A short line, no list item, no closing stop, first letter a capital or a number, and running text right after it. */
function looksLikeHeading(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? "";
  if (text.length > 90 || text.split(/\s+/u).length > 14 || !isTitleLike(text)) return false;
  if (announcesSources(text) === "notes") return true;
  if (isNumberedHeading(lines, index)) return true;
  if (itemAt(text) !== null || isFrontLine(text)) return false;
  const next = lines.slice(index + 1, index + 6).find((line) => line.text !== "");
  if (!next || next.text.length < 100 || next.text.length < text.length * 1.5) return false;
  return itemAt(next.text) === null || plainHeading(text) !== text.toLowerCase();
}

const isTitleLike = (text: string): boolean =>
  /^[\p{Lu}\p{N}\p{Lo}“"'‘«¿¡(]/u.test(text) &&
  !/[.,;:…!]["”’»)]?$/u.test(text) &&
  !/\s[.,;:?!]$/u.test(text) &&
  !/\[[^\]]*\]$/u.test(text);

const isFrontLine = (text: string): boolean => /^(?:by|von|par|por|di|door|av)\s+\p{Lu}/iu.test(text);

/** "2. Methods" alone between paragraphs, in a text that has another of the kind. */
function isNumberedHeading(lines: readonly Line[], index: number): boolean {
  const item = itemAt(lines[index]?.text ?? "");
  if (item?.kind !== "ordered" || item.text.length > 70) return false;
  if (neighbourItem(lines, index, 1) || neighbourItem(lines, index, -1)) return false;
  return lines.some((line, at) => {
    const other = at === index ? null : itemAt(line.text);
    return other?.kind === "ordered" && Math.abs(other.number - item.number) === 1 && other.text.length <= 70;
  });
}

function neighbourItem(lines: readonly Line[], index: number, step: 1 | -1): Item | null {
  for (let at = index + step; at >= 0 && at < lines.length; at += step) {
    const text = lines[at]?.text;
    if (text) return itemAt(text);
  }
  return null;
}
