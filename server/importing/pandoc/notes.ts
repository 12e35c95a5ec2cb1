import type { CitationItem } from "@/domain/citation/item";
import { inlinesOf } from "@/domain/importing/block-inlines";
import { cutTo } from "@/domain/importing/cut";
import { type Block, type Inline, wordsOf } from "@/domain/importing/tree";

/** The items of a footnote that cites: the words between its citations are prefixes and suffixes. Empty when it cites nothing. */
export function itemsOfNote(blocks: readonly Block[]): CitationItem[] {
  const items: CitationItem[] = [];
  let words: Inline[] = [];
  for (const inline of blocks.flatMap(inlinesOf)) {
    if (inline.kind !== "cite") {
      words.push(inline);
      continue;
    }
    const [first, ...others] = inline.items;
    const before = wordsOf(words);
    const last = items.at(-1);
    if (last) items[items.length - 1] = { ...last, suffix: joined(last.suffix, before) };
    if (first) items.push(last ? first : { ...first, prefix: joined(before, first.prefix) });
    items.push(...others);
    words = [];
  }
  const last = items.at(-1);
  if (last) items[items.length - 1] = { ...last, suffix: joined(last.suffix, wordsOf(words)) };
  return items;
}

const joined = (...parts: (string | null)[]): string | null => cutTo(parts.filter(Boolean).join(" "), 500) || null;
