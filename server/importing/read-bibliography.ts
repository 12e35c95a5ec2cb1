import type { Bibliography, BibliographyEntry } from "@/domain/importing/bibliography";
import { SourceId } from "@/domain/ids";
import { isObject } from "@/domain/json";
import { readBibtex } from "@/server/bibliography/bibtex/read";
import type { Manner } from "@/server/bibliography/reading";
import { recordOfYaml } from "./pandoc/yaml-reference";

/** A bibliography as it came: a file with its name, or entries that a paper holds in its own head. */
export type BibliographyFile = { name: string; text: string };

/** All entries by key, the later of two that share one, and in sentences what could not be read. */
export type ReadBibliography = { bibliography: Bibliography; problems: string[] };

const mostEntries = 20_000;

/**
 * Reads the bibliographies of a paper as pandoc does, one file after the other and the paper's own `references` last:
 * BibTeX and BibLaTeX, or CSL-JSON where a file is called so. Every source gets an id from `newId`; titles are as they
 * were written, or as pandoc would have them.
 */
export function readBibliography(
  files: readonly BibliographyFile[],
  references: readonly unknown[],
  newId: () => string,
  manner: Manner,
): ReadBibliography {
  const entries = new Map<string, BibliographyEntry>();
  const problems: string[] = [];
  const put = (key: string, entry: BibliographyEntry) => {
    if (entries.size < mostEntries || entries.has(key)) entries.set(key, entry);
    else problems.push(`${key}: only the first ${mostEntries} entries were read.`);
  };
  const take = (given: readonly unknown[], where: string) => {
    for (const [at, value] of given.entries()) {
      const key = isObject(value) ? value["id"] : undefined;
      if (typeof key !== "string" && typeof key !== "number") {
        problems.push(`${where}: entry ${at + 1} has no id.`);
        continue;
      }
      const { record, leftOut } = recordOfYaml(value);
      if (leftOut.length > 0) problems.push(`${where}, ${key}: left out ${leftOut.join(", ")}.`);
      const source = record ? { id: SourceId.parse(newId()), record } : null;
      put(String(key), { source, original: JSON.stringify(value).slice(0, longestOriginal) });
    }
  };
  for (const { name, text } of files) {
    if (/^\s*\[/u.test(text) || /\.json$/iu.test(name)) {
      const list = jsonList(text);
      if (list) take(list, name);
      else problems.push(`${name}: this is no CSL-JSON that can be read.`);
      continue;
    }
    const { entries: read, failures } = readBibtex(text, manner);
    for (const { key, record, raw } of read)
      put(key, { source: { id: SourceId.parse(newId()), record }, original: raw.slice(0, longestOriginal) });
    for (const { key, line, why, raw } of failures) {
      problems.push(`${name}, line ${line}${key ? ` (${key})` : ""}: ${why}`);
      if (key !== null && !entries.has(key)) put(key, { source: null, original: raw.slice(0, longestOriginal) });
    }
  }
  take(references, "references");
  return { bibliography: entries, problems };
}

const longestOriginal = 10_000;

function jsonList(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    return null;
  }
}
