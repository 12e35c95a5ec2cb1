import fc from "fast-check";
import { expect, test } from "vitest";
import { whyInvalid } from "@/domain/document/read";
import { importDraft } from "@/domain/importing/import";
import { countingIds } from "@/domain/importing/testing/counting-ids";
import { seenWords } from "@/domain/importing/testing/seen-words";
import { readDraft } from "./read-draft";

const word = fc.stringMatching(/^[a-zé]{3,9}$/u);
const number = fc.integer({ min: 1, max: 30 });
const marker = fc.oneof(
  number.map((n) => `[${n}]`),
  fc.tuple(number, number).map(([a, b]) => `[${a}, ${b}]`),
  fc.tuple(number, number).map(([a, b]) => `[${a}–${a + (b % 9) + 1}]`),
  fc.tuple(number, number).map(([a, b]) => `[[${a}], [${b}]]`),
  number.map((n) => `[^${n}]`),
  number.map((n) => `【${n}†source】`),
  word.map((key) => `[@${key}, p. 3; see @${key}x]`),
  word.map((slug) => `[INTERNAL_LINK:${slug}]`),
  word.map((name) => `{{cite ${name}}}`),
  word.map((name) => `^[${name} ${name}]`),
  fc.tuple(word, word).map(([text, slug]) => `[${text}](${slug})`),
  fc.tuple(word, word).map(([text, slug]) => `[${text}](https://example.org/${slug}?utm_source=chatgpt.com)`),
  fc.constantFrom(
    "¹²",
    "[citation needed]",
    "TK",
    "(source?)",
    " .",
    " ,",
    "[sic]",
    "(2019)",
    "`code[1]`",
    "$x_[1]$",
    "<b>",
    "</b>",
    "**",
    "*",
    "<!-- aside -->",
  ),
);
const sentence = fc
  .array(fc.oneof({ weight: 5, arbitrary: word }, { weight: 2, arbitrary: marker }), { minLength: 1, maxLength: 14 })
  .map((parts) => `${parts.join(" ")}.`);
const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
const block = fc.oneof(
  { weight: 5, arbitrary: sentence },
  { weight: 1, arbitrary: fc.tuple(sentence, sentence).map(([a, b]) => `${a}\n${b}`) },
  { weight: 2, arbitrary: line },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 4 }), line).map(([level, text]) => `${"#".repeat(level)} ${text}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(sentence, { minLength: 1, maxLength: 4 })
      .map((items) => items.map((item) => `- ${item}`).join("\n")),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(line, { minLength: 1, maxLength: 4 })
      .map((items) => `Contents\n\n${items.map((item) => `- ${item}`).join("\n")}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(sentence, { minLength: 1, maxLength: 5 })
      .map((items) => `## Sources\n\n${items.map((item, at) => `${at + 1}. ${item}`).join("\n")}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(sentence, { minLength: 1, maxLength: 4 })
      .map((items) => `References\n${items.map((item, at) => `[${at + 1}] ${item}`).join("\n")}`),
  },
  { weight: 1, arbitrary: fc.tuple(number, sentence).map(([n, text]) => `[^${n}]: ${text}`) },
  { weight: 1, arbitrary: fc.tuple(line, sentence).map(([a, b]) => `<div><p>${a}</p>${b}</div>`) },
  { weight: 1, arbitrary: fc.tuple(sentence, sentence).map(([a, b]) => `> ${a}\n>\n> - ${b}`) },
  { weight: 1, arbitrary: line.map((text) => `\`\`\`js\n${text}\n\`\`\``) },
  { weight: 1, arbitrary: fc.tuple(line, sentence).map(([a, b]) => `| ${a} | way |\n| --- | --: |\n| ${b} | two |`) },
  { weight: 1, arbitrary: fc.tuple(line, word).map(([alt, file]) => `![${alt}](${file}.png)`) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => text.replaceAll(/[\0&\\]/gu, "")),
  },
);
const draft = fc.array(block, { minLength: 1, maxLength: 12 }).map((blocks) => blocks.join("\n\n"));

test.each(["draft.txt", "draft.md"])(
  "whatever is in %s, found is resolved and held together, and no word is lost",
  { timeout: 60_000 },
  (name) => {
    fc.assert(
      fc.property(draft, (text) => {
        const imported = importDraft(readDraft(text, name), countingIds());
        const { found, resolved, held } = imported.ledger;
        for (const kind of ["citation", "link", "label", "reference"] as const)
          expect(found[kind], kind).toBe(resolved[kind] + held[kind]);
        expect(whyInvalid(imported.document)).toBeNull();
        const seen = seenWords(imported);
        const lost = wordsIn(text, name).filter((part) => !seen.includes(part));
        expect(lost).toEqual([]);
      }),
      { numRuns: 300 },
    );
  },
);

/** The words that a reader of the input sees: of Markdown, not the names of its tags. */
function wordsIn(text: string, name: string): string[] {
  const visible = name.endsWith(".md") ? text.replace(/<\/?[a-z][^>]*>/giu, " ") : text;
  return visible.match(/[\p{L}]{2,}/gu) ?? [];
}
