import fc from "fast-check";
import { expect, test } from "vitest";
import { citationsOf } from "@/domain/document/inlines";
import { rules, rulesVersion } from "./index";
import { judge } from "./judge";
import { indexOf } from "./manuscript-index";
import {
  bullets,
  cite,
  citeLost,
  type Inline,
  linked,
  manuscript,
  paragraph,
  placeholder,
  quotation,
  raw,
  section,
  sourced,
  articleId,
} from "./testing/manuscript";

const damaged = () =>
  manuscript({
    byline: "",
    sections: [
      section("First", paragraph("Links rot", cite(), ".", " See ", placeholder("rot"), ".")),
      section("Second", paragraph()),
    ],
    references: [raw("[[9]] Company profiles", ["9"]), raw("Ibid.")],
  });

test("a manuscript without a fault has no findings", () => {
  const halden = sourced();
  const text = section("Findings", paragraph("Pages vanish", cite(halden), "."));
  expect(judge(manuscript({ sections: [text], references: [halden] }))).toEqual([]);
});

test("findings come in reading order: the front, the sections, the references", () => {
  expect(judge(damaged()).map(({ rule }) => rule)).toEqual([
    "front/missing",
    "citation/missing",
    "link/unresolved",
    "section/empty",
    "reference/not-a-source",
    "reference/dangling-label",
    "source/vague",
    "reference/not-a-source",
    "source/vague",
  ]);
});

test("the same text under other ids has the same fingerprints", () => {
  const prints = () => judge(damaged()).map(({ fingerprint }) => fingerprint);
  expect(prints()).toEqual(prints());
  expect(new Set(prints()).size).toBe(prints().length);
});

test("equal complaints about equal words in one section are told apart", () => {
  const twice = manuscript({
    sections: [section("First", paragraph("So", cite(), "."), paragraph("So", cite(), "."))],
  });
  const [one, other] = judge(twice);
  expect(one?.excerpt).toBe(other?.excerpt);
  expect(one?.fingerprint).not.toBe(other?.fingerprint);
});

test("a change far into a long sentence changes its fingerprint, though the excerpt is cut short", () => {
  const long = (last: string) => {
    const text = section("First", paragraph(`Links rot ${"and rot ".repeat(80)}${last}`, cite(), "."));
    return judge(manuscript({ sections: [text] }))[0];
  };
  expect(long("away")?.excerpt).toBe(long("here")?.excerpt);
  expect(long("away")?.fingerprint).not.toBe(long("here")?.fingerprint);
});

test("an edit in one section leaves the findings of the others as they were", () => {
  const [first, second] = [
    section("First", paragraph("So", cite(), ".")),
    section("Second", paragraph("Thus", cite(), ".")),
  ];
  const before = judge(manuscript({ sections: [first, second] })).at(-1);
  const edited = section("First", paragraph("So, much longer than before", cite(), "."), paragraph("And more."));
  const after = judge(manuscript({ sections: [edited, second] })).at(-1);
  expect(after).toEqual(before);
});

test("the index finds every citation where the document has it, for any text", () => {
  const inline: fc.Arbitrary<Inline> = fc.oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom(". ", "! Next", "Dr. "),
    fc.constant(null).map(() => citeLost("3")),
    fc.constant(null).map(() => placeholder("rot")),
    fc.constant(null).map(() => linked("there", articleId())),
  );
  const block = fc.array(inline, { maxLength: 6 }).chain((content) =>
    fc.constantFrom(
      () => paragraph(...content),
      () => quotation(paragraph(...content)),
      () => bullets(content),
    ),
  );
  const sections = fc.array(fc.array(block, { minLength: 1, maxLength: 3 }), { maxLength: 3 });
  fc.assert(
    fc.property(sections, (told) => {
      const input = manuscript({ sections: told.map((blocks) => section("S", ...blocks.map((make) => make()))) });
      const placed = indexOf(input).citations.map(({ id, at, section }) => ({ id, at, section }));
      expect(placed).toEqual(citationsOf(input.document).map(({ id, at, section }) => ({ id, at, section })));
      expect(judge(input).filter(({ rule }) => rule === "citation/missing")).toHaveLength(placed.length);
    }),
  );
});

test.each([
  ["dots", "."],
  ["open quotation marks", "„"],
  ["brackets", "["],
  ["numbers", "1 "],
  ["stops between words", "a. B "],
  ["spaces", "a  "],
])("half a million %s in one paragraph are judged in seconds, not hours", { timeout: 10_000 }, (_, piece) => {
  const words = piece.repeat(Math.ceil(500_000 / piece.length));
  const found = judge(
    manuscript({ sections: [section("S", paragraph(words, cite(), words))], references: [raw(words)] }),
  );
  expect(found.map(({ rule }) => rule)).toContain("citation/missing");
});

test("every rule has an id of its own, and says in whole sentences what it asks and how to mend it", () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { id, summary, fix } of rules) {
    expect(id).toMatch(/^[a-z]+\/[a-z-]+$/u);
    for (const words of [summary, fix]) expect(words).toMatch(/^\p{Lu}.{15,}\.$/u);
  }
});

test("the set of rules has a name of sixteen digits", () => {
  expect(rulesVersion).toMatch(/^[0-9a-f]{16}$/u);
});
