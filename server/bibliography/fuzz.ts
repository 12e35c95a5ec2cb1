import { formatNames, formatOf, formats } from "./formats";
import { SourceRecord } from "@/domain/source/record";

/** What a run came to: how many inputs, how many entries were read of them, and the slowest in ms of a processor. */
export type Fuzzed = { inputs: number; entries: number; failures: number; slowest: number; slowestInput: string };

/**
 * Reads mutated files with every reader: bytes flipped, cut, doubled, nested, blown up. Throws on the first one that makes a
 * reader throw, or give a record that is none. The same seed gives the same inputs.
 */
export function fuzz(seeds: readonly string[], count: number, seed = 1): Fuzzed {
  const random = randomFrom(seed);
  const done: Fuzzed = { inputs: 0, entries: 0, failures: 0, slowest: 0, slowestInput: "" };
  for (let at = 0; at < count; at++) {
    const input = mutated(seeds[at % seeds.length] ?? "", random);
    const format = at % 3 === 0 ? (formatNames[at % formatNames.length] ?? "bibtex") : (formatOf(input) ?? "bibtex");
    const before = process.cpuUsage();
    const { entries, failures } = formats[format].read(input);
    const took = process.cpuUsage(before).user / 1000;
    for (const { record } of entries) SourceRecord.parse(record);
    done.inputs++;
    done.entries += entries.length;
    done.failures += failures.length;
    if (took > done.slowest) Object.assign(done, { slowest: took, slowestInput: `${format}: ${input.slice(0, 200)}` });
  }
  return done;
}

type Random = (below: number) => number;

/** A small generator of numbers that can be run again (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function mutated(seed: string, random: Random): string {
  let text = seed;
  for (let times = 1 + random(4); times > 0; times--)
    text = (mutations[random(mutations.length)] ?? flipped)(text, random);
  return text.slice(0, 600_000);
}

type Mutation = (text: string, random: Random) => string;

const flipped: Mutation = (text, random) => {
  const bytes = Buffer.from(text);
  for (let times = 1 + random(20); times > 0 && bytes.length > 0; times--) bytes[random(bytes.length)] = random(256);
  return bytes.toString(random(2) === 0 ? "utf8" : "latin1");
};

const inserted = (text: string, random: Random, what: string): string => {
  const at = random(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
};

const mutations: readonly Mutation[] = [
  flipped,
  (text, random) => text.slice(0, random(text.length + 1)),
  (text, random) => text.slice(random(text.length + 1)),
  (text, random) => {
    const at = random(text.length + 1);
    return text.slice(0, at) + text.slice(at + random(50));
  },
  (text, random) =>
    inserted(text, random, "{".repeat(1 + random(20_000)) + (random(2) ? "x" + "}".repeat(random(20_000)) : "")),
  (text, random) => inserted(text, random, '[{"a":'.repeat(1 + random(5_000))),
  (text, random) => inserted(text, random, "<a>".repeat(1 + random(5_000))),
  (text, random) => inserted(text, random, (words[random(words.length)] ?? "").repeat(1 + random(3_000))),
  (text, random) => inserted(text, random, words[random(words.length)] ?? ""),
  (text, random) => inserted(text, random, words[random(words.length)] ?? ""),
  (text, random) => text.replaceAll("\n", ["\r\n", "\r", "\n\n", " ", "\u2028"][random(5)] ?? "\n"),
  (text, random) => inserted(text, random, "x".repeat(random(300_000))),
  (text) => text + text,
  (text, random) =>
    text
      .split(/(?=[@{<%]|TY)/u)
      .toSorted(() => random(3) - 1)
      .join(""),
];

/** What means something to one reader or another. */
const words = [
  "\0",
  "\ud800",
  "\udfff",
  "\ufeff",
  "\u202e",
  "@",
  "@article{",
  "@string{a = a # a}",
  "@string{jan = {x}}",
  "#",
  '"',
  "\\",
  "\\'",
  "\\emph",
  "$",
  "$$",
  "\\$",
  "^",
  "_{",
  "{\\em ",
  "\\verb|",
  " and ",
  ",",
  "=",
  "crossref = {a},",
  "xdata = {a,b}",
  "TY  - JOUR\n",
  "ER  - \n",
  "AU  - ",
  "PY  - 2020/99/99/x\n",
  "%0 Book\n",
  "%T ",
  "%%",
  "\n\n",
  "<record>",
  "</record>",
  "<style>",
  "<![CDATA[",
  "]]>",
  "&amp;",
  "&lol;",
  "&#0;",
  "&#xD800;",
  '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>',
  "<?xml?>",
  "<!--",
  "null",
  "{}",
  "[]",
  "1e999",
  '"\\ud800"',
  '{"title":{"a":1}}',
  '"__proto__":{"a":1},',
  '"constructor":1,',
  '"date-parts":[[1e10]],',
  "<i>",
  "</i>",
  '<span class="nocase">',
  "year = 99999,",
  "date = {0000-00-00/..},",
  "month = feb # mar,",
];
