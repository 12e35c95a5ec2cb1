import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { whatIsPasted } from "@/domain/source/pasted";
import type { ServiceId } from "@/domain/source/finding-settings";
import { SourceRecord } from "@/domain/source/record";
import { asking } from "@/server/testing/internet/asking";
import { fetchFrom } from "@/server/testing/internet/fetch-from";
import type { Site } from "@/server/testing/internet/site";
import { services } from "@/server/testing/internet/sites";
import { finders } from "./finders";
import { parsedJson } from "./loose";
import { forgetPauses } from "./pauses";

beforeEach(forgetPauses);

/** `FIND_TRIALS=2000` for a long night; a few of the same in the suite. */
const trials = Number(process.env["FIND_TRIALS"] ?? 40);

const questions: [ServiceId, string][] = [
  ["crossref", "10.5555/tides.2019.7"],
  ["crossref", "10.5555/chapter.3"],
  ["crossref", "Tides in a bathtub, Ferries before bridges, Bridges"],
  ["datacite", "10.5555/data.1"],
  ["doi", "10.5555/tides.2019.7"],
  ["open-library", "0-306-40615-2"],
  ["open-library", "080442957X"],
  ["pubmed", "PMID 31452104"],
  ["pubmed", "PMC6718500"],
  ["arxiv", "arXiv:2101.00001v2"],
  ["page", "https://pages.example/articles/7"],
  ["page", "https://pages.example/news"],
  ["page", "https://pages.example/coins"],
  ["translation-server", "https://pages.example/news"],
];

test.each(questions)(
  "no answer of %s about “%s”, however mangled, throws or makes a record that is none",
  async (id, text) => {
    const [query] = whatIsPasted(text);
    const holds = fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (wounds) => {
      const answer = await finders[id].find(query!, fetchFrom(services.map((site) => mangled(site, wounds))), asking);
      if (!answer.ok) return answer.error.why.length > 0;
      for (const { record, notices } of answer.value) {
        expect(SourceRecord.safeParse(record).success).toBe(true);
        expect(JSON.stringify([record, notices])).not.toMatch(/\\u0000|\\ud[89a-f]/u);
      }
      return true;
    });
    await fc.assert(holds, { numRuns: trials });
  },
);

/** One wound: a place (as a fraction of the whole) and what happens there. */
type Damage = { place: number; with: unknown; how: "node" | "text" | "cut" | "twice" };

const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e308,
    "",
    " ",
    "\u0000",
    "\ud800",
    "<b>",
    "&#x0;",
    "&#xD800;",
    "javascript:alert(1)",
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    [null],
    [[[2019]]],
    { name: {} },
    { family: 3 },
    { __proto__: null },
    "x".repeat(3000),
  ),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: "binary", maxLength: 40 }),
);
const damage: fc.Arbitrary<Damage> = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  with: strange,
  how: fc.constantFrom("node", "node", "text", "cut", "twice"),
});

const mangled = (site: Site, wounds: readonly Damage[]): Site => ({
  host: site.host,
  answer: async (request) => {
    const answer = await site.answer(request);
    if (typeof answer.body !== "string" || answer.body === "") return answer;
    return { ...answer, body: wounds.reduce(wounded, answer.body) };
  },
});

function wounded(body: string, { place, with: thing, how }: Damage): string {
  const at = Math.floor(place * body.length);
  if (how === "cut") return body.slice(0, at);
  if (how === "twice") return body.slice(0, at) + body.slice(Math.max(0, at - 200));
  const json = how === "node" ? parsedJson(body) : undefined;
  if (json !== undefined) return JSON.stringify(replaced(json, place, thing)) ?? "";
  return body.slice(0, at) + (typeof thing === "string" ? thing : JSON.stringify(thing)) + body.slice(at + 5);
}

/** The tree with another thing at one of its places; the fraction says at which. */
function replaced(tree: unknown, place: number, thing: unknown): unknown {
  const places = count(tree);
  let left = Math.floor(place * places);
  const walk = (node: unknown): unknown => {
    if (left-- === 0) return thing;
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, walk(value)]));
  };
  return walk(tree);
}

const count = (node: unknown): number =>
  typeof node === "object" && node !== null
    ? 1 +
      Object.values(node)
        .map(count)
        .reduce((sum, one) => sum + one, 0)
    : 1;
