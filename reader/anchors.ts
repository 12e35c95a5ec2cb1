import type { Node } from "prosemirror-model";

/** A heading as the contents list it: the anchor is made of its words, and no two are alike. */
export type Anchored = { heading: Node; anchor: string; text: string };

const taken = ["sources", "editions", "top"];

/** The headed sections of an edition with their anchors, in order. */
export function headingsOf(parts: readonly Node[]): Anchored[] {
  const used = new Set(taken);
  return parts.flatMap((node) => {
    const heading = node.type.name === "section" ? node.firstChild : null;
    const text = heading?.textContent.trim();
    if (!heading || !text) return [];
    const anchor = unused(wordsOf(text), used);
    used.add(anchor);
    return [{ heading, anchor, text }];
  });
}

function unused(base: string, used: ReadonlySet<string>): string {
  let anchor = base;
  for (let next = 2; used.has(anchor); next++) anchor = `${base}-${next}`;
  return anchor;
}

/** Letters and digits of any script, joined by hyphens; what looks like a citation's or a source's anchor gets a prefix. */
function wordsOf(text: string): string {
  const words = text
    .toLowerCase()
    .normalize("NFC")
    .match(/[\p{L}\p{M}\p{N}]+/gu)
    ?.join("-")
    .slice(0, 60)
    .replace(/-$/, "");
  return !words || /^[cr]\d/.test(words) ? `section-${words ?? ""}`.replace(/-$/, "") : words;
}
