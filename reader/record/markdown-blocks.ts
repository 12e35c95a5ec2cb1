import type { Node } from "prosemirror-model";
import { picturedIn, rightsIn, wholeName } from "@/domain/document/pictures";
import { mediaPath } from "@/domain/publishing/address";
import { escaped, inlinesIn, type MarkdownSetting } from "./markdown-inlines";

/** A block of a text as lines of Markdown, without blank lines around it. What Markdown has no form for is told in words. */
export function blockOf(node: Node, setting: MarkdownSetting): string {
  switch (node.type.name) {
    case "paragraph":
      return inlinesIn(node, setting);
    case "heading":
      return headed("##", node, setting);
    case "subheading":
      return headed("#".repeat(Number(node.attrs["level"])), node, setting);
    case "blockquote":
      return prefixed("> ", "> ", blocksIn(node, setting));
    case "bulletList":
      return items(node, setting, () => "- ");
    case "orderedList":
      return items(node, setting, (index) => `${Number(node.attrs["start"]) + index}. `);
    case "codeBlock":
      return fenced(node);
    case "table":
      return tabled(node, setting);
    case "horizontalRule":
      return "---";
    case "figure":
      return figured(node, setting);
    default:
      return node.inlineContent ? inlinesIn(node, setting) : escaped(node.textBetween(0, node.content.size, "\n\n"));
  }
}

/** The blocks of a node with a blank line between them; empty ones are left out. */
export const blocksIn = (node: Node, setting: MarkdownSetting): string =>
  node.children
    .map((child) => blockOf(child, setting))
    .filter((text) => text.trim() !== "")
    .join("\n\n");

function headed(marks: string, node: Node, setting: MarkdownSetting): string {
  const words = inlinesIn(node, setting).replace(/\\?\n/gu, " ").trim();
  return words ? `${marks} ${words}` : "";
}

const items = (list: Node, setting: MarkdownSetting, mark: (index: number) => string): string =>
  list.children
    .map((item, index) => prefixed(mark(index), " ".repeat(mark(index).length), blocksIn(item, setting)))
    .join("\n\n");

const prefixed = (first: string, next: string, text: string): string =>
  text
    .split("\n")
    .map((line, index) => ((index === 0 ? first : next) + line).trimEnd())
    .join("\n");

function fenced(node: Node): string {
  const longest = Math.max(2, ...[...node.textContent.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const language: unknown = node.attrs["language"];
  return `${fence}${typeof language === "string" ? language : ""}\n${node.textContent}\n${fence}`;
}

/** A table as GitHub's Markdown has it: its first row is the head, whatever it is; a cell is one line. */
function tabled(table: Node, setting: MarkdownSetting): string {
  const [first, ...others] = table.children;
  const caption = first?.type.name === "caption" ? first : null;
  const rowNodes = caption ? others : table.children;
  const rows = rowNodes.map((row) =>
    row.children.map((cell) => inlinesIn(cell, setting).replace(/\\?\n/gu, " ").trim()),
  );
  const width = Math.max(...rows.map((row) => row.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? "").join(" | ")} |`;
  const rule = line(Array.from({ length: width }, (_, index) => ruleOf(rowNodes[0]?.maybeChild(index) ?? null)));
  const [head = [], ...body] = rows;
  const lines = [line(head), rule, ...body.map(line)].join("\n");
  return caption ? `${inlinesIn(caption, setting)}\n\n${lines}` : lines;
}

/** A figure as a picture, or in words where it is not in hand, as the page has it; then its caption, its credit and its licence. */
function figured(figure: Node, setting: MarkdownSetting): string {
  const shown = picturedIn(figure);
  const { credit, licence } = rightsIn(figure);
  const alt = escaped((shown ? shown.alt : String(figure.attrs["alt"])).replace(/\s+/gu, " ").trim());
  const picture = shown
    ? `![${alt}](<${setting.address(mediaPath(wholeName(shown.picture)))}>)`
    : alt && `\\[${alt}\\]`;
  const rights = [credit, licence].flatMap((words) => (words ? [escaped(words)] : [])).join(" · ");
  return [picture, blocksIn(figure, setting), rights].filter(Boolean).join("\n\n");
}

function ruleOf(cell: Node | null): string {
  const align: unknown = cell?.attrs["align"];
  return align === "right" ? "--:" : align === "center" ? ":-:" : "---";
}
