import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { whyInvalid } from "@/domain/document/read";
import { importDraft } from "@/domain/importing/import";
import { countingIds } from "@/domain/importing/testing/counting-ids";
import { readDraft } from "./read-draft";

const folder = new URL("../../domain/importing/fixtures/", import.meta.url);
const drafts = readdirSync(folder)
  .filter((name) => !name.endsWith(".json"))
  .map((name) => readFileSync(new URL(name, folder), "utf8"));

const pieces = [
  "[",
  "]",
  "[[",
  "]]",
  "【",
  "】",
  "[^",
  "^[",
  "{{",
  "}}",
  "](",
  "![",
  "$",
  "$$",
  "`",
  "```",
  "**",
  "_",
  "~~",
  "|",
  "<",
  "<!--",
  "-->",
  "</p>",
  "<sup>",
  "@",
  "[@a;",
  "\n",
  "\n\n",
  "\n> ",
  "\n- ",
  "\n1. ",
  "\n    ",
  "# ",
  " .",
  " ,",
  "¹",
  "\uE200",
  "turn0search1",
  "[3]",
  "[1–9]",
  "TK",
  "[LINK]",
  "Sources\n",
  "Contents\n- a\n",
  "---\n",
  "\t",
  "\u00A0",
  "\uFFFC",
  "😀",
  "\u0007",
  "\uFDD01\uFDD1",
  "ﷺ",
  "e\u0301",
];

/** A small generator of numbers from a seed (mulberry32), so that a failure can be had again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function mutated(seed: number): string {
  const random = randomFrom(seed);
  let text = drafts[random(drafts.length)] ?? "";
  for (let step = random(12) + 1; step > 0; step--) {
    const from = random(text.length + 1);
    const to = Math.min(text.length, from + random(60));
    const piece = pieces[random(pieces.length)] ?? "";
    const put = [piece, piece.repeat(random(200)), "", text.slice(from, to).repeat(random(8))][random(4)] ?? "";
    text = text.slice(0, from) + put + text.slice(random(2) === 0 ? from : to);
  }
  return text;
}

test("three thousand damaged drafts are imported, each within two seconds, and nothing is miscounted", {
  timeout: 240_000,
}, () => {
  for (let seed = 1; seed <= 3000; seed++) {
    const text = mutated(seed);
    const start = performance.now();
    const { document, ledger } = importDraft(readDraft(text, seed % 2 === 0 ? "a.md" : "a.txt"), countingIds());
    expect(performance.now() - start, `seed ${seed}`).toBeLessThan(2000);
    expect(whyInvalid(document), `seed ${seed}`).toBeNull();
    for (const kind of ["citation", "link", "label", "reference"] as const)
      expect(ledger.found[kind], `seed ${seed}, ${kind}`).toBe(ledger.resolved[kind] + ledger.held[kind]);
  }
});

const megabyte = 1024 * 1024;

/** Repeats a piece up to a size and says how many seconds the slower of both formats took over it. */
function secondsFor(piece: string, size: number): number {
  const text = piece.repeat(Math.ceil(size / piece.length));
  return Math.max(
    ...["a.txt", "a.md"].map((name) => {
      const start = performance.now();
      const { ledger } = importDraft(readDraft(text, name), countingIds());
      expect(ledger.found.citation).toBe(ledger.resolved.citation + ledger.held.citation);
      return (performance.now() - start) / 1000;
    }),
  );
}

test.each(["[", " ", "]", "`", "<", "_a*", "**a", "$", "{{", "@a"])(
  "five megabytes of %j are dealt with in seconds",
  { timeout: 60_000 },
  (piece) => expect(secondsFor(piece, 5 * megabyte)).toBeLessThan(15),
);

test.each([
  "[1], ",
  "[^1]",
  "^[",
  " .",
  "TK ",
  "[@a;",
  "![",
  "> ",
  "1. ",
  "<b>",
  "【1†",
  "$$ ",
  "\\begin{a}",
  "https://a",
  "[1] x\n",
  "a\n",
  "a: b\n---\n",
  "| a\n",
  "a\n: b\n",
])("a quarter of a megabyte of %j is dealt with in seconds", { timeout: 60_000 }, (piece) =>
  expect(secondsFor(piece, megabyte / 4)).toBeLessThan(10),
);
