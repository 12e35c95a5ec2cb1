import { type Block, wordsOf } from "./tree";

/** The words of blocks in one line, for a note of several paragraphs or a line of the ledger. */
export function wordsOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(wordsOfBlock).filter(Boolean).join(" ");
}

function wordsOfBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return wordsOf(block.inlines);
    case "quote":
      return wordsOfBlocks(block.blocks);
    case "list":
      return block.items.map(wordsOfBlocks).join(" · ");
    case "code":
      return `${block.language ?? ""} ${block.text}`.trim();
    case "table":
      return [
        wordsOf(block.caption ?? []),
        ...[block.head, ...block.rows].flatMap((row) => row.map((cell) => wordsOf(cell.inlines))),
      ]
        .filter((words, at) => at > 0 || words !== "")
        .join(" · ");
    case "figure":
      return `${wordsOf(block.caption) || block.alt} (${block.address})`;
    case "rule":
      return "";
  }
}
