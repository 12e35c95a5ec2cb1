import { type CitationItem, itemOf } from "@/domain/citation/item";
import { touchesLink } from "@/domain/importing/run";
import { readLocator } from "./locator";
import type { Marker, MarkerFamily } from "./marker";

const key = String.raw`\{[^{}\s]{1,200}\}|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])){0,199}`;
const cited = new RegExp(String.raw`(?<![^\s;(\[,-])(-?)@(${key})`, "u");
const inSentence = new RegExp(String.raw`(?<![\p{L}\p{N}_@./\\+&=?-])@(${key})(?: \[([^[\]@]{1,100})\])?`, "gu");

/**
 * Keys of a bibliography as pandoc writes them (Pandoc User's Guide, "Citation syntax"): `[see @a, p. 3; -@b]` and
 * `@a [p. 3]` in a sentence. A bare `@name` is a citation only where the text cites by key or the key bears a year;
 * else it is somebody's handle.
 */
export const pandocKeys: MarkerFamily = (run, facts) => {
  if (facts.keysAreRead) return [];
  const grouped: Marker[] = [];
  for (let at = run.text.indexOf("["); at !== -1; at = run.text.indexOf("[", at + 1)) {
    const group = /^\[([^[\]]{2,2000})\]/u.exec(run.text.slice(at, at + 2002));
    if (!group?.[1]?.includes("@") || run.text.charAt(at + group[0].length) === "(") continue;
    const items = itemsOf(group[1]);
    const to = at + group[0].length;
    if (items && !touchesLink(run, at, to)) grouped.push({ kind: "citation", from: at, to, items });
  }
  const alone = [...run.text.matchAll(inSentence)].flatMap((match): Marker[] => {
    const from = match.index;
    const name = bare(match[1] ?? "");
    const known = facts.labels.has(name) || facts.citesByKey || /\p{L}.*(?:1[5-9]|20)\d\d/u.test(name);
    if (!known || run.linked(from) || grouped.some((group) => from >= group.from && from < group.to)) return [];
    const located = match[2] === undefined ? null : readLocator(match[2]);
    const item = { ...itemOf(null, name), label: located?.label ?? null, locator: located?.locator ?? null };
    const to = from + match[0].length;
    return [{ kind: "citation", from, to, items: [{ ...item, suffix: located?.rest ?? null }], narrative: true }];
  });
  return [...grouped, ...alone].toSorted((a, b) => a.from - b.from);
};

/** Citations by key that the reader of the format has understood already. */
export const readKeys: MarkerFamily = (run) =>
  run.inlines.flatMap(({ inline, from, to }): Marker[] =>
    inline.kind === "cite"
      ? [{ kind: "citation", from, to, items: inline.items, narrative: inline.narrative, certain: true }]
      : [],
  );

/** Says whether a text cites by bracketed key somewhere. */
export const citesByKey = (text: string): boolean => /\[[^[\]@]{0,100}-?@[\p{L}_{][^[\]\s]{1,200}/u.test(text);

function itemsOf(content: string): CitationItem[] | null {
  const items: CitationItem[] = [];
  for (const part of content.split(";")) {
    const match = cited.exec(part);
    const last = items.at(-1);
    if (!match && !last) return null;
    if (!match && last) {
      last.suffix = `${last.suffix ?? ""};${part}`.slice(0, 500);
      continue;
    }
    const item = match && itemFrom(part, match);
    if (!item) return null;
    items.push(item);
  }
  return items.length <= 50 ? items : null;
}

function itemFrom(part: string, match: RegExpExecArray): CitationItem | null {
  const prefix = part.slice(0, match.index).trim();
  const { label, locator, rest } = readLocator(part.slice(match.index + match[0].length).replace(/[{}]/gu, ""));
  if (prefix.length > 500 || (rest?.length ?? 0) > 500) return null;
  const item = itemOf(null, bare(match[2] ?? ""));
  return { ...item, label, locator, prefix: prefix || null, suffix: rest, suppressAuthor: match[1] === "-" };
}

const bare = (written: string): string => written.replace(/^\{|\}$/gu, "");
