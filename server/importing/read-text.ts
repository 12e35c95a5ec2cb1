import { fail, ok, type Result } from "@/domain/result";

/** Five megabytes: the largest draft that is read. */
export const largestDraft = 5 * 1024 * 1024;

/** More lines than any draft of that size has; a file of them is not one. */
const mostLines = 200_000;

export type UnreadableText = { kind: "empty" | "too-large" | "not-utf8" | "has-nul"; message: string };

/** The text of uploaded or pasted bytes, without a byte order mark, or what is wrong with them in one sentence. */
export function readText(bytes: Uint8Array): Result<string, UnreadableText> {
  if (bytes.byteLength > largestDraft) {
    const size = (bytes.byteLength / 1024 / 1024).toFixed(1);
    return fail({ kind: "too-large", message: `The draft has ${size} MB; the most that is read is 5 MB.` });
  }
  const text = decoded(bytes);
  if (text === null)
    return fail({
      kind: "not-utf8",
      message: "The draft is not UTF-8 text; save it as plain text in UTF-8 and try again.",
    });
  if (text.includes("\0"))
    return fail({
      kind: "has-nul",
      message: "The draft has NUL characters in it: it is not a text, or a damaged one.",
    });
  if (text.trim() === "") return fail({ kind: "empty", message: "The draft is empty." });
  const lines = countLines(text);
  if (lines > mostLines)
    return fail({ kind: "too-large", message: `The draft has ${lines} lines; the most that is read is ${mostLines}.` });
  return ok(text);
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
