import type { Block, Inline } from "./tree";

/** All inlines of a block in reading order, those of captions and of blocks within it among them. */
export function inlinesOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return block.inlines;
    case "quote":
      return block.blocks.flatMap(inlinesOf);
    case "list":
      return block.items.flatMap((item) => item.flatMap(inlinesOf));
    case "table":
      return [
        ...(block.caption ?? []),
        ...[block.head, ...block.rows].flatMap((row) => row.flatMap((cell) => cell.inlines)),
      ];
    case "figure":
      return block.caption;
    case "code":
    case "rule":
      return [];
  }
}
