import type { CitationItem } from "@/domain/citation/item";
import { cutTo } from "@/domain/importing/cut";
import { readLocator } from "@/domain/importing/markers/locator";
import { plainWords } from "./plain-words";

type Suffix = Pick<CitationItem, "label" | "locator" | "suffix">;

/**
 * What follows a key: its locator and the words behind. Braces say where a locator begins and ends ("{p. 3}",
 * "{ii, A, D-Z}"), empty ones that there is none.
 */
export function readSuffix(written: string): Suffix {
  const inBraces = /^[\s,]*\{([^{}]*)\}/u.exec(written);
  if (!inBraces) return within(readLocator(plainWords(written)));
  const rest = plainWords(written.slice(inBraces[0].length)).replace(/^[\s,]+/u, "");
  const inner = plainWords(inBraces[1] ?? "");
  if (inner === "") return within({ label: null, locator: null, rest });
  const read = readLocator(inner);
  if (read.locator !== null) return within({ ...read, rest: [read.rest, rest].filter(Boolean).join(", ") });
  const named = /^(pp?|chap|ch|sec|vol|no|fig|tab|para|l|n)\.\s*(.+)$/u.exec(inner);
  const label = named ? readLocator(`${named[1]}. 1`).label : "page";
  return within({ label, locator: named?.[2] ?? inner, rest });
}

function within({ label, locator, rest }: { label: Suffix["label"]; locator: string | null; rest: string | null }) {
  if (locator !== null && locator.length > 200)
    return { label: null, locator: null, suffix: cutTo(`${locator} ${rest ?? ""}`.trim(), 500) };
  return { label, locator, suffix: rest ? cutTo(rest, 500) : null };
}
