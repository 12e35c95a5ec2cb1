import { type Block, type Inline, textInline, wordsOf } from "@/domain/importing/tree";

/** Gives each table the paragraph beside it that says "Table: …" or ": …", the one above first, as its caption. */
export function withCaptions(blocks: readonly Block[]): Block[] {
  const laid: Block[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block) continue;
    if (block.kind !== "table") {
      laid.push(block);
      continue;
    }
    const above = captionIn(laid.at(-1));
    const below = above ? null : captionIn(blocks[at + 1]);
    if (above) laid.pop();
    if (below) at++;
    const caption = above ?? below;
    laid.push(caption ? { ...block, caption } : block);
  }
  return laid;
}

const named = /^(?:[Tt]able)?:\s*/u;

function captionIn(block: Block | undefined): Inline[] | null {
  const first = block?.kind === "paragraph" ? block.inlines[0] : undefined;
  if (block?.kind !== "paragraph" || first?.kind !== "text" || !named.test(first.text)) return null;
  const caption = [textInline(first.text.replace(named, ""), first.marks), ...block.inlines.slice(1)];
  return wordsOf(caption) === "" ? null : caption;
}
