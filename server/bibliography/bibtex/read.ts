import type { Failure, Manner, ReadEntry, Reading } from "@/server/bibliography/reading";
import { recordOf } from "./entry";
import { inherit, type RawEntry } from "./inherit";
import { type Block, keyAt, splitBibtex } from "./split";
import { monthMacros, readFields } from "./values";

/**
 * Reads BibTeX and BibLaTeX entry by entry: an entry that cannot be read is a failure with its key, line and text, and
 * costs no other. The order is the file's.
 */
export function readBibtex(text: string, { like }: Manner = {}): Reading {
  const { blocks, failures } = splitBibtex(text.replace(/^\ufeff/u, ""));
  const macros = macrosOf(blocks, failures);
  const raw = blocks.flatMap((block) => (notEntries.has(block.kind) ? [] : (rawEntry(block, macros, failures) ?? [])));
  const byKey = new Map(
    raw.toReversed().flatMap(
      (entry) =>
        [
          [entry.key.toLowerCase(), entry],
          [entry.key, entry],
        ] as const,
    ),
  );
  const entries: ReadEntry[] = [];
  for (const entry of raw) {
    const { fields, missing } = inherit(entry, byKey);
    for (const name of ["crossref", "xdata"]) if (missing.length === 0) fields.delete(name);
    if (entry.kind === "xdata") continue;
    const read = recordOf(entry.kind, fields, like);
    const { key, line } = entry;
    if ("record" in read) entries.push({ key, record: read.record, raw: entry.raw, line, leftOut: read.leftOut });
    else failures.push({ key, line, why: read.why, raw: entry.raw });
  }
  return { entries, failures: failures.toSorted((one, other) => one.line - other.line) };
}

const notEntries: ReadonlySet<string> = new Set(["comment", "preamble", "string", "set"]);

/** The `@string` macros of a file, with the months; together at most some megabytes, however they are built on each other. */
function macrosOf(blocks: readonly Block[], failures: Failure[]): ReadonlyMap<string, string> {
  const macros = new Map(monthMacros);
  let size = 0;
  for (const { kind, body, raw, line } of blocks) {
    if (kind !== "string") continue;
    const fields = readFields(body, macros);
    if (!fields.ok) failures.push({ key: null, line, why: fields.error, raw });
    else
      for (const [name, value] of fields.value) {
        size += value.length;
        if (value.length > 20_000 || size > 2_000_000)
          failures.push({ key: name, line, why: "The macro is too long.", raw });
        else macros.set(name, value);
      }
  }
  return macros;
}

function rawEntry(
  { kind, body, raw, line }: Block,
  macros: ReadonlyMap<string, string>,
  failures: Failure[],
): RawEntry | null {
  const said = keyAt(body);
  const rest = said === null ? body : body.slice(body.indexOf(said) + said.length);
  const fields = readFields(rest, macros);
  if (fields.ok) return { kind, key: said ?? `line-${line}`, fields: fields.value, raw, line };
  failures.push({ key: said, line, why: fields.error, raw });
  return null;
}
