import type { Run } from "@/domain/importing/run";
import type { Marker, MarkerFamily } from "./marker";

/**
 * Citations that were cut out before a stop and left their white space behind ("a reality ."). What separates them from
 * a habit of spacing: nobody spaces a full stop but keeps commas tight. So a spaced full stop is a citation, unless most
 * commas are spaced as well (tokenised text, a typist's habit); a spaced comma or closing bracket, or one of
 * "; : ? !", only where spaced full stops occur too and it is the exception among its kind, which those four are not in
 * French ("vrai ?").
 * Left alone: spaced ellipses, ".5", ".NET", ".env", and what follows an abbreviation ("e.g .").
 */
export const stripped: MarkerFamily = (run, facts) =>
  gapsIn(run)
    .filter((gap) => gap.spaced && facts.strippedBefore.has(gap.sign) && !run.linked(gap.from))
    .map(({ from, to }): Marker => ({ kind: "citation", from, to, items: [] }));

/** The stops before which white space is a citation in a text made of these runs, and whether spacing is its habit. */
export function strippedBefore(runs: readonly Run[]): { signs: ReadonlySet<string>; habit: boolean } {
  const counts = new Map<string, { spaced: number; all: number }>();
  for (const run of runs)
    for (const gap of gapsIn(run)) {
      const count = counts.get(gap.sign) ?? { spaced: 0, all: 0 };
      counts.set(gap.sign, { spaced: count.spaced + (gap.spaced ? 1 : 0), all: count.all + 1 });
    }
  const of = (sign: string) => counts.get(sign) ?? { spaced: 0, all: 0 };
  const stops = of(".").spaced;
  const commas = of(",");
  if (stops === 0) return { signs: new Set(), habit: false };
  if (commas.spaced >= 3 && commas.spaced * 2 >= commas.all) return { signs: new Set(), habit: true };
  const high = [...";:?!"]
    .map(of)
    .reduce((sum, { spaced, all }) => ({ spaced: sum.spaced + spaced, all: sum.all + all }));
  const few = (spaced: number, all: number) => spaced * 2 < all || (spaced === 1 && stops >= 3);
  const signs = [...counts.keys()].filter((sign) => {
    if (sign === ".") return true;
    if (";:?!".includes(sign)) return few(high.spaced, high.all);
    const { spaced, all } = of(sign);
    return few(spaced, all) || (sign === "," && spaced <= stops);
  });
  return { signs: new Set(signs), habit: false };
}

type Gap = { sign: string; from: number; to: number; spaced: boolean };

/** Every stop of a run that ends something, with the white space before it. */
function gapsIn({ text }: Run): Gap[] {
  const gaps: Gap[] = [];
  for (const match of text.matchAll(/[.,;:!?)]/gu)) {
    const to = match.index;
    const after = text.slice(to + 1, to + 4);
    if (!/^(?:$|[\s”’"'»)\]\uFFFC])/u.test(after)) continue;
    let from = to;
    while (from > 0 && to - from < 4 && /[ \t\u00A0\u202F\u2009]/u.test(text.charAt(from - 1))) from--;
    const before = text.slice(Math.max(0, from - 16), from);
    if (!/[\p{L}\p{N}\]”’"'»%€£$\uFFFC)]$/u.test(before)) continue;
    const spaced = from < to;
    if (spaced && match[0] === "." && !endsSentence(before, after)) continue;
    gaps.push({ sign: match[0], from, to, spaced });
  }
  return gaps;
}

/** A spaced full stop ends a sentence unless it is one of several spaced dots, of an abbreviation, or within a formula. */
const endsSentence = (before: string, after: string): boolean =>
  !/^\s*\./u.test(after) && !/^\s+\p{Ll}/u.test(after) && !/(?:^|[^\p{L}])(?:(?:\p{L}\.)+\p{L}|\p{Ll})$/u.test(before);
