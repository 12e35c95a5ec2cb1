import type { DraftTree, LedgerLine } from "@/domain/importing/tree";

export type FrontMatter = { body: string; named: DraftTree["named"]; lines: LedgerLine[] };

/**
 * Takes YAML front matter off a text and reads from it what an article has: title, standfirst, authors. All of it is
 * kept in the ledger. Only plain `key: value` lines and lists of names are understood; no YAML is ever executed.
 */
export function takeFrontMatter(text: string): FrontMatter {
  const none = { title: null, standfirst: null, byline: null, citesByKey: false };
  const match = /^---[ \t]*\r?\n([\s\S]{0,100000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(text);
  const yaml = match?.[1];
  if (!match || yaml === undefined || !/^[\w-]+[ \t]*:/mu.test(yaml)) return { body: text, named: none, lines: [] };
  const fields = fieldsOf(yaml);
  const first = (...keys: string[]) => keys.map((key) => fields.get(key)?.[0]).find(Boolean) ?? null;
  const authors = fields.get("author") ?? fields.get("authors") ?? fields.get("byline") ?? [];
  return {
    body: text.slice(match[0].length),
    named: {
      title: first("title"),
      standfirst: first("standfirst", "subtitle", "dek", "description"),
      byline: authors.length > 0 ? bylineOf(authors) : null,
      citesByKey: fields.has("bibliography") || fields.has("csl"),
    },
    lines: [{ what: "front matter", text: yaml.trim(), reason: "Title, standfirst and authors were read from it." }],
  };
}

/** Top-level keys with their values: one, or the `name`s (or bare entries) of a list below. */
function fieldsOf(yaml: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  let values: string[] | null = null;
  for (const line of yaml.split(/\r?\n/u)) {
    const field = /^([\w-]+)[ \t]*:[ \t]*(.*)$/u.exec(line);
    if (field?.[1]) {
      values = scalar(field[2] ?? "");
      fields.set(field[1].toLowerCase(), values);
      continue;
    }
    const name = /^\s*(?:-\s+)?name\s*:\s*(.+)$/u.exec(line)?.[1] ?? /^\s*-\s+([^:]+)$/u.exec(line)?.[1];
    const folded = /^\s+(\S.*)$/u.exec(line)?.[1];
    if (name && values) values.push(...scalar(name));
    else if (folded && values?.length === 1 && !folded.includes(": ")) values[0] = `${values[0]} ${folded}`.trim();
    else if (folded && values?.length === 0 && !/^[-\w]+\s*:/u.test(folded) && !folded.startsWith("-"))
      values.push(folded);
  }
  return fields;
}

function scalar(written: string): string[] {
  const value = written.replace(/\s#.*$/u, "").trim();
  if (value === "" || /^[>|][+-]?$/u.test(value)) return [];
  const list = /^\[(.*)\]$/u.exec(value)?.[1];
  if (list !== undefined) return list.split(",").flatMap(scalar);
  const quoted = /^(["'])([\s\S]*)\1$/u.exec(value);
  return [(quoted?.[2] ?? value).replaceAll("''", "'").trim()].filter(Boolean);
}

function bylineOf(authors: readonly string[]): string {
  const names = authors.map((author) =>
    author
      .replace(/\^\[[^\]]*\]/gu, "")
      .replace(/^by\s+/iu, "")
      .trim(),
  );
  const last = names.at(-1) ?? "";
  return `By ${names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last}`;
}
