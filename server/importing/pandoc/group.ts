import type { CitationItem } from "@/domain/citation/item";
import { itemOf } from "@/domain/citation/item";
import { cutTo } from "@/domain/importing/cut";
import { type KeyAt, keyAt } from "./key";
import { readSuffix } from "./locator";
import { opaqueAt } from "./opaque";
import { plainWords } from "./plain-words";

/** The items of what stands between the brackets of `[see @a, p. 3; -@b]`; null when pandoc would not call it a citation. */
export function itemsOf(content: string): CitationItem[] | null {
  const parts = partsOf(content);
  const items: CitationItem[] = [];
  for (const part of parts) {
    const keys = keysIn(part);
    if (keys.length === 0) return null;
    items.push(...itemsWithWords(part, keys));
  }
  return items;
}

/** The items of keys in running words: what stands before the first is its prefix, what follows a key its locator and suffix. */
export function itemsWithWords(words: string, keys: readonly KeyAt[]): CitationItem[] {
  return keys.map((found, at) => {
    const prefix = at === 0 ? plainWords(words.slice(0, found.from)) : "";
    const after = readSuffix(words.slice(found.to, keys[at + 1]?.from ?? words.length));
    return {
      ...itemOf(null, cutTo(found.key, 200)),
      ...after,
      prefix: cutTo(prefix, 500) || null,
      suppressAuthor: found.suppressAuthor,
    };
  });
}

/** All keys of a piece of text, code and everything else that holds none left out. */
export function keysIn(text: string): KeyAt[] {
  const keys: KeyAt[] = [];
  for (let at = 0; at < text.length; ) {
    const opaque = opaqueAt(text, at);
    const found = opaque ? null : keyAt(text, at);
    if (found) keys.push(found);
    at = opaque?.end ?? found?.to ?? at + 1;
  }
  return keys;
}

/** What semicolons part, those within code, mathematics or inner brackets left alone. */
function partsOf(content: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < content.length; ) {
    const opaque = opaqueAt(content, at) ?? keyAt(content, at);
    const sign = content.charAt(at);
    if (!opaque && sign === "[") depth++;
    if (!opaque && sign === "]") depth--;
    if (!opaque && sign === ";" && depth === 0) {
      parts.push(content.slice(start, at));
      start = at + 1;
    }
    at = opaque ? ("end" in opaque ? opaque.end : opaque.to) : at + 1;
  }
  return [...parts, content.slice(start)];
}
