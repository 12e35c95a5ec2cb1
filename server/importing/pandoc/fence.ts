/** A fenced block of code: what indents and opens it, what is said behind the fence, where its text begins and it ends. */
export type Fence = { indent: string; marks: string; info: string; from: number; end: number };

const opening = /( {0,3})(`{3,}|~{3,})([^\n]*)\n/uy;

/** The fenced block that begins at `at`, the start of a line; null for anything else and for one that is never closed. */
export function fenceAt(text: string, at: number): Fence | null {
  if (at > 0 && text.charAt(at - 1) !== "\n") return null;
  opening.lastIndex = at;
  const [whole = "", indent = "", marks = "", info = ""] = opening.exec(text) ?? [];
  if (marks === "" || (marks.startsWith("`") && info.includes("`"))) return null;
  const closing = new RegExp(`^ {0,3}${marks.charAt(0)}{${marks.length},}[ \\t]*$`, "gmu");
  closing.lastIndex = at + whole.length;
  const closed = closing.exec(text);
  return closed ? { indent, marks, info, from: at + whole.length, end: closed.index + closed[0].length } : null;
}
