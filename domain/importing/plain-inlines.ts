import { type Inline, textInline } from "./tree";

const link = /\[([^[\]\n]{1,500})\]\(((?:https?:\/\/|mailto:)[^\s()]{1,2040}(?:\([^\s()]{0,500}\)[^\s()]{0,500})?)\)/gu;
const address = /\bhttps?:\/\/[^\s<>"“”[\]【】]{1,2040}/giu;

/** A line of plain text with its web addresses as links; those in the manner of Markdown keep their words. */
export function inlinesOfLine(text: string): Inline[] {
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(link)) {
    const [whole, words = "", href = ""] = match;
    if (words.startsWith("oai_citation:") || text.charAt(match.index - 1) === "!") continue;
    inlines.push(...withAddresses(text.slice(at, match.index)));
    inlines.push(textInline(words, [{ kind: "link", href }]));
    at = match.index + whole.length;
  }
  return [...inlines, ...withAddresses(text.slice(at))];
}

function withAddresses(text: string): Inline[] {
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(address)) {
    const href = trimmed(match[0]);
    if (text.slice(0, match.index).endsWith("](")) continue;
    if (match.index > at) inlines.push(textInline(text.slice(at, match.index)));
    inlines.push(textInline(href, [{ kind: "link", href }]));
    at = match.index + href.length;
  }
  if (at < text.length) inlines.push(textInline(text.slice(at)));
  return inlines;
}

/** An address without the stop or bracket of the sentence that it stands in. */
function trimmed(address: string): string {
  const ended = address.replace(/[.,;:!?'’*_]+$/u, "");
  if (!ended.endsWith(")") || ended.includes("(")) return ended;
  return trimmed(ended.slice(0, -1));
}
