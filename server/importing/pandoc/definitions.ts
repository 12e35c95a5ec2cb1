import type { Relaid } from "./relaid";

const marker = /^ {0,2}[:~](?:[ \t]+)(?=\S)/u;

/** A term and its definitions: the term in bold as a paragraph of its own, each definition below it. */
export function definitionAt(lines: readonly string[], at: number): Relaid | null {
  const term = lines[at] ?? "";
  if (term.trim() === "" || /^[ \t]|^[|+]|^#{1,6}[ \t]/u.test(term) || (lines[at - 1] ?? "").trim() !== "") return null;
  if (/^(?:[Tt]able)?:/u.test(term)) return null;
  const first = (lines[at + 1] ?? "").trim() === "" ? at + 2 : at + 1;
  if (!marker.test(lines[first] ?? "") || /^[-=]+$/u.test(term.trim())) return null;
  const laid = [`**${term.trim()}**`, ""];
  let to = first;
  for (; to < lines.length; to++) {
    const line = lines[to] ?? "";
    const next = lines[to + 1] ?? "";
    if (marker.test(line)) laid.push("", line.replace(marker, ""));
    else if (line.trim() === "") {
      if (!marker.test(next) && !/^(?: {4}|\t)/u.test(next)) break;
      laid.push("");
    } else if (/^(?: {2,}|\t)/u.test(line) || (lines[to - 1] ?? "").trim() !== "")
      laid.push(line.replace(/^(?: {1,4}|\t)/u, ""));
    else break;
  }
  return { lines: [...laid, ""], to };
}
