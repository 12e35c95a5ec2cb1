import type { SourceMark } from "@/domain/source/record";

type Stretch = Omit<SourceMark, "field">;

/**
 * Reads the tags that CSL-JSON allows in titles (`<i>`, `<b>`, `<sub>`, `<sup>`, `<sc>`, `<span class="nocase">`) into marks;
 * anything else that looks like a tag, or one that is not closed, is text.
 */
export function marksFromTags(source: string): { text: string; marks: Stretch[] } {
  if (!source.includes("<")) return { text: source, marks: [] };
  const found = [...source.slice(0, 10_000).matchAll(tag)].slice(0, 400);
  const pairs = pairsOf(found);
  const marks: (Stretch & { order: number })[] = [];
  let text = "";
  let from = 0;
  for (const [order, match] of found.entries()) {
    const pair = pairs.get(order);
    if (!pair) continue;
    text += source.slice(from, match.index);
    from = match.index + match[0].length;
    if (pair.opens) marks.push({ from: text.length, to: text.length, as: pair.as, order });
    else for (const mark of marks) if (mark.order === pair.other) mark.to = text.length;
  }
  text += source.slice(from);
  return {
    text,
    marks: marks
      .filter(({ from: start, to }) => to > start)
      .map(({ from: start, to, as }) => ({ from: start, to, as })),
  };
}

/** The same the other way round, for marks that lie in each other. */
export function tagsFromMarks(text: string, marks: readonly Stretch[]): string {
  let tagged = "";
  for (let at = 0; at <= text.length; at++) {
    for (const mark of marks.toReversed()) if (mark.to === at) tagged += written[mark.as][1];
    for (const mark of marks) if (mark.from === at) tagged += written[mark.as][0];
    tagged += text.charAt(at);
  }
  return tagged;
}

const tag = /<(\/?)(i|b|sub|sup|sc|span)(\s[^<>]{0,60})?>/giu;

type Pair = { as: Stretch["as"]; opens: boolean; other: number };

function pairsOf(found: readonly RegExpExecArray[]): ReadonlyMap<number, Pair> {
  const pairs = new Map<number, Pair>();
  const open: { name: string; as: Stretch["as"]; at: number }[] = [];
  for (const [at, [, slash, name = "", rest = ""]] of found.entries()) {
    const small = name.toLowerCase();
    if (slash === "") {
      const as = kindOf(small, rest);
      if (as) open.push({ name: small, as, at });
      continue;
    }
    const last = open.at(-1);
    if (last?.name !== small) continue;
    open.pop();
    pairs.set(last.at, { as: last.as, opens: true, other: at });
    pairs.set(at, { as: last.as, opens: false, other: last.at });
  }
  return pairs;
}

function kindOf(name: string, rest: string): Stretch["as"] | null {
  if (name === "span")
    return /class\s*=\s*["']nocase["']/iu.test(rest) ? "nocase" : /small-caps/iu.test(rest) ? "small-caps" : null;
  const known: Readonly<Record<string, Stretch["as"]>> = {
    i: "italic",
    b: "bold",
    sub: "sub",
    sup: "sup",
    sc: "small-caps",
  };
  return known[name] ?? null;
}

const written: Readonly<Record<Stretch["as"], readonly [string, string]>> = {
  italic: ["<i>", "</i>"],
  bold: ["<b>", "</b>"],
  "small-caps": ['<span style="font-variant:small-caps;">', "</span>"],
  sub: ["<sub>", "</sub>"],
  sup: ["<sup>", "</sup>"],
  nocase: ['<span class="nocase">', "</span>"],
};
