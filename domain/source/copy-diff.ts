import { diffArrays } from "diff";

/** A stretch of two copies of a page: what both have, what only the older one has, what only the newer one has. */
export type CopyPart = { kind: "same" | "gone" | "new"; text: string };

/** So many sentences, and words within one place, may differ before two copies are called two texts. */
const most = { sentences: 1_000, words: 1_000 };

/**
 * What changed between two copies of a page, sentence by sentence and word by word where one sentence became another;
 * null where they have too little in common for that to say anything.
 */
export function copyDiff(older: string, newer: string): CopyPart[] | null {
  const changes = diffArrays(sentences(older), sentences(newer), { maxEditLength: most.sentences });
  if (!changes) return null;
  const parts: CopyPart[] = [];
  for (let at = 0; at < changes.length; at++) {
    const [change, next] = [changes[at], changes[at + 1]];
    if (!change) continue;
    const text = change.value.join("");
    if (change.removed && next?.added) {
      parts.push(...wordDiff(text, next.value.join("")));
      at++;
    } else parts.push({ kind: change.removed ? "gone" : change.added ? "new" : "same", text });
  }
  return joined(parts);
}

/** The same with what both have cut to so many characters beside each change. */
export function changesOnly(parts: readonly CopyPart[], around = 160): CopyPart[] {
  return parts.map((part, at) => {
    if (part.kind !== "same" || part.text.length <= 2 * around) return part;
    const head = at > 0 ? part.text.slice(0, around) : "";
    const tail = at < parts.length - 1 ? part.text.slice(-around) : "";
    return { kind: "same", text: `${head} […] ${tail}` };
  });
}

function wordDiff(older: string, newer: string): CopyPart[] {
  const changes = diffArrays(words(older), words(newer), { maxEditLength: most.words });
  if (!changes)
    return [
      { kind: "gone", text: older },
      { kind: "new", text: newer },
    ];
  return changes.map(({ added, removed, value }) => ({
    kind: removed ? "gone" : added ? "new" : "same",
    text: value.join(""),
  }));
}

function joined(parts: CopyPart[]): CopyPart[] {
  const all: CopyPart[] = [];
  for (const { kind, text } of parts) {
    const before = all.at(-1);
    if (before?.kind === kind) all[all.length - 1] = { kind, text: before.text + text };
    else if (text) all.push({ kind, text });
  }
  return all;
}

const sentences = (text: string): string[] =>
  text.match(/[^.!?。！？\n]+(?:[.!?。！？\n]+\s*|$)|[.!?。！？\n]+\s*/gu) ?? [];
const words = (text: string): string[] => text.match(/\S+\s*|\s+/gu) ?? [];
