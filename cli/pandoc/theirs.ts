import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundledStyle } from "@/server/citing/styles";
import type { Told } from "./ours";
import type { Paper } from "./papers";

/** The version of the pandoc that is installed, or null. */
export function pandocVersion(): string | null {
  const { status, stdout } = spawnSync("pandoc", ["--version"], { encoding: "utf8" });
  return status === 0 ? (/^pandoc(?:\.exe)? (\S+)/u.exec(stdout)?.[1] ?? null) : null;
}

/** What pandoc makes of a paper: the keys that it cites and warns of, and its list in the very APA style that we use. */
export function theirs({ text, files }: Paper): Told {
  const folder = mkdtempSync(join(tmpdir(), "pandoc-record-"));
  try {
    writeFileSync(join(folder, "paper.md"), text.replace(/^csl:.*$/mu, ""));
    writeFileSync(join(folder, "apa.csl"), bundledStyle("apa"));
    for (const [at, file] of files.entries()) writeFileSync(join(folder, `${at}.bib`), file.text);
    const read = (...more: string[]) => {
      const args = ["-f", "markdown", "-t", "json", "paper.md", ...more];
      const { status, stdout, stderr } = spawnSync("pandoc", args, { cwd: folder, encoding: "utf8", maxBuffer: 1e8 });
      if (status !== 0) throw new Error(stderr);
      return { tree: JSON.parse(stdout), stderr };
    };
    const bibliographies = files.flatMap((_, at) => ["--bibliography", `${at}.bib`]);
    const done = read("--citeproc", "--csl", "apa.csl", ...bibliographies);
    const unresolved = new Set([...done.stderr.matchAll(/citation (\S+) not found/gu)].map((match) => match[1] ?? ""));
    const entries = entriesIn(done.tree);
    const listed = new Set(entries.map(({ key }) => key));
    const cited = new Set(citedIn(read().tree).flatMap((key) => (key === "*" ? [...listed] : [key])));
    return {
      resolved: [...cited].filter((key) => listed.has(key)).toSorted(),
      unresolved: [...unresolved].toSorted(),
      entries,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

function citedIn(node: Json): string[] {
  if (Array.isArray(node)) return node.flatMap(citedIn);
  if (typeof node !== "object" || node === null) return [];
  const own = typeof node["citationId"] === "string" ? [node["citationId"]] : [];
  return [...own, ...Object.values(node).flatMap(citedIn)];
}

/** The entries of the list: divs called "ref-" and the key. */
function entriesIn(node: Json): { key: string; text: string }[] {
  if (Array.isArray(node)) return node.flatMap(entriesIn);
  if (typeof node !== "object" || node === null) return [];
  const [attributes, content] = node["t"] === "Div" && Array.isArray(node["c"]) ? node["c"] : [];
  const id = Array.isArray(attributes) && typeof attributes[0] === "string" ? attributes[0] : "";
  if (id.startsWith("ref-")) return [{ key: id.slice(4), text: wordsOf(content ?? null) }];
  return Object.values(node).flatMap(entriesIn);
}

function wordsOf(node: Json): string {
  if (Array.isArray(node)) return node.map(wordsOf).join("");
  if (typeof node !== "object" || node === null) return "";
  const content = node["c"] ?? null;
  switch (node["t"]) {
    case "Str":
      return typeof content === "string" ? content : "";
    case "Space":
    case "SoftBreak":
    case "LineBreak":
      return " ";
    case "Quoted":
      return quoted(content);
    case "Math":
      return mathematics(content);
    case "Code":
    case "RawInline":
      return Array.isArray(content) && typeof content[1] === "string" ? content[1] : "";
    case "Link":
    case "Span":
      return Array.isArray(content) ? wordsOf(content[1] ?? null) : "";
    default:
      return wordsOf(content);
  }
}

/** A formula as it is read: without the signs that raise and lower. */
const mathematics = (content: Json): string =>
  Array.isArray(content) && typeof content[1] === "string" ? content[1].replace(/[\^_{}$]/gu, "") : "";

function quoted(content: Json): string {
  const [kind, inner] = Array.isArray(content) ? content : [];
  const isSingle = typeof kind === "object" && kind !== null && !Array.isArray(kind) && kind["t"] === "SingleQuote";
  return isSingle ? `‘${wordsOf(inner ?? null)}’` : `“${wordsOf(inner ?? null)}”`;
}
