import { type Inline, textInline, wordsOf } from "./tree";

const longest = 3000;

/**
 * Takes sources that were written into a sentence, "^[Smith, 2019]", out of the text as notes. What stands in the
 * brackets must have a letter in it (`x^[2]` is a power), close in the same paragraph, and be no key or number.
 */
export function foldNotes(inlines: readonly Inline[]): Inline[] {
  if (!inlines.some((inline) => inline.kind === "text" && inline.text.includes("^["))) return [...inlines];
  const rest = [...inlines];
  let unclosed = 0;
  const folded: Inline[] = [];
  for (let inline = rest.shift(); inline; inline = rest.shift()) {
    const at = inline.kind === "text" && unclosed < 50 ? inline.text.indexOf("^[") : -1;
    if (inline.kind !== "text" || at === -1) {
      folded.push(inline);
      continue;
    }
    const after = textInline(inline.text.slice(at + 2), inline.marks);
    const note = noteIn([after, ...rest.slice(0, 60)]);
    if (note) {
      folded.push(textInline(inline.text.slice(0, at), inline.marks), { kind: "note", text: note.text });
      rest.splice(0, note.used - 1, ...note.left);
    } else {
      unclosed++;
      folded.push(textInline(inline.text.slice(0, at + 2), inline.marks));
      rest.unshift(after);
    }
  }
  return folded.filter((inline) => inline.kind !== "text" || inline.text !== "");
}

type Note = { text: string; used: number; left: Inline[] };

/** Reads up to the bracket that closes the note: its words, how many inlines they took, and what is left of the last. */
function noteIn(inlines: readonly Inline[]): Note | null {
  let depth = 1;
  let length = 0;
  for (const [index, inline] of inlines.entries()) {
    if (inline.kind !== "text") continue;
    for (let at = 0; at < inline.text.length; at++) {
      if (++length > longest) return null;
      const sign = inline.text.charAt(at);
      if (sign === "[") depth++;
      if (sign === "]" && --depth === 0) {
        const last = textInline(inline.text.slice(0, at), inline.marks);
        const text = wordsOf([...inlines.slice(0, index), last]);
        const left = inline.text.slice(at + 1);
        return /\p{L}{2}/u.test(text)
          ? { text, used: index + 1, left: left ? [textInline(left, inline.marks)] : [] }
          : null;
      }
    }
  }
  return null;
}
