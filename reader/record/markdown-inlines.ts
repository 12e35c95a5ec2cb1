import type { Mark, Node } from "prosemirror-model";
import { Href } from "@/domain/document/attributes";
import { articlePath } from "@/domain/publishing/address";
import type { EditionView } from "@/domain/publishing/edition";

/** What the pieces of a text need to know of the document around them: where links lead, the number of each footnote. */
export type MarkdownSetting = Pick<EditionView, "links"> & {
  noteOf: (citation: string) => number | null;
  address: (path: string) => string;
};

/** Inline nodes as Markdown: what could be taken for mark-up is escaped, a citation is the reference of a footnote. */
export function inlinesIn(node: Node, setting: MarkdownSetting): string {
  return node.children.map((child) => inlineOf(child, setting)).join("");
}

function inlineOf(node: Node, setting: MarkdownSetting): string {
  if (node.isText) return marked(node, setting);
  if (node.type.name === "hardBreak") return "\\\n";
  if (node.type.name === "citation") {
    const note = setting.noteOf(String(node.attrs["id"]));
    return note === null ? "" : `[^${note}]`;
  }
  return escaped(node.type.spec.leafText?.(node) ?? node.textContent);
}

/** The marks of a text around it; white space at its ends stays outside of them, for CommonMark would not see them else. */
function marked(node: Node, setting: MarkdownSetting): string {
  const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(node.text ?? "") ?? [];
  if (!words) return node.text ?? "";
  const isCode = node.marks.some(({ type }) => type.name === "code");
  let text = isCode ? inCode(words) : escaped(words);
  for (const mark of node.marks.toReversed()) text = within(text, mark, setting);
  return before + text + after;
}

function within(text: string, mark: Mark, { links, address }: MarkdownSetting): string {
  const pair = pairs[mark.type.name];
  if (pair) return pair[0] + text + pair[1];
  if (mark.type.name === "link") {
    const href = Href.safeParse(mark.attrs["href"]);
    return href.success ? `[${text}](<${href.data.replace(/[<>]/gu, encodeURIComponent)}>)` : text;
  }
  if (mark.type.name === "articleLink") {
    const target = [...links].find(([id]) => id === mark.attrs["article"])?.[1];
    return target ? `[${text}](<${address(articlePath(target.slug))}>)` : text;
  }
  return text;
}

const pairs: Readonly<Record<string, readonly [string, string]>> = {
  em: ["*", "*"],
  strong: ["**", "**"],
  strike: ["~~", "~~"],
  sub: ["<sub>", "</sub>"],
  sup: ["<sup>", "</sup>"],
};

/** Text in which nothing is mark-up (CommonMark 0.31, 2.4), at the beginning of a line either. */
export const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~|&$]/gu, "\\$&")
    .replace(/^(\s*)([#+-])/gmu, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/gmu, "$1\\$2");

/** A code span with a fence longer than any run of backticks in it. */
function inCode(words: string): string {
  const longest = Math.max(0, ...[...words.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const gap = /^`|`$/u.test(words) ? " " : "";
  return fence + gap + words + gap + fence;
}
