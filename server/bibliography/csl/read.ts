import {
  deepestNesting,
  type Failure,
  largestEntry,
  lineCounter,
  type ReadEntry,
  type Reading,
} from "@/server/bibliography/reading";
import { recordFromCsl } from "./record";

/**
 * Reads CSL-JSON (an object, a list, or one object a line) entry by entry: the text is cut at the outermost objects before
 * any is parsed, so a broken one costs no other.
 */
export function readCslJson(text: string): Reading {
  const entries: ReadEntry[] = [];
  const failures: Failure[] = [];
  const lineAt = lineCounter(text);
  for (const { start, end, problem } of objectsIn(text)) {
    const raw = text.slice(start, Math.min(end, start + largestEntry + 1));
    const line = lineAt(start);
    const why = problem ?? (raw.length > largestEntry ? "The entry is too long." : null);
    const value = why === null ? parsed(raw) : undefined;
    const key = keyOf(value) ?? `line-${line}`;
    const read =
      value === undefined
        ? { why: why ?? "It is not whole JSON: a bracket, comma or quote is missing.", leftOut: [] }
        : recordFromCsl(value);
    if ("record" in read) entries.push({ key, record: read.record, raw, line, leftOut: read.leftOut });
    else failures.push({ key: value === undefined ? null : keyOf(value), line, why: read.why, raw });
  }
  return { entries, failures };
}

type Cut = { start: number; end: number; problem: string | null };

/** The outermost objects of a text, and what else stands between them. */
function* objectsIn(text: string): Generator<Cut> {
  let depth = 0;
  let deepest = 0;
  let start = 0;
  const token = /"(?:[^"\\\n\r]|\\.)*"?|[{}[\]]|[^\s,{}[\]"\ufeff]+/gu;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [sign] = found;
    if (sign === "{" || (sign === "[" && depth > 0)) {
      if (depth === 0) start = found.index;
      depth++;
      deepest = Math.max(deepest, depth);
    } else if (sign === "}" || (sign === "]" && depth > 0)) {
      if (depth === 0) continue;
      depth--;
      if (depth > 0) continue;
      const problem = deepest > deepestNesting ? `Lists are nested more than ${deepestNesting} deep.` : null;
      yield { start, end: token.lastIndex, problem };
      deepest = 0;
    } else if (depth === 0 && sign !== "[" && sign !== "]")
      yield { start: found.index, end: token.lastIndex, problem: "It is not an object of CSL-JSON." };
  }
  if (depth > 0) yield { start, end: text.length, problem: "The entry is not closed; a bracket is missing." };
}

function parsed(raw: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function keyOf(value: Record<string, unknown> | undefined): string | null {
  const id = value?.["citation-key"] ?? value?.["id"];
  return typeof id === "string" || typeof id === "number" ? String(id).slice(0, 300) : null;
}
