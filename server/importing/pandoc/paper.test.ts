import { expect, test } from "vitest";
import { citationsOf } from "@/domain/document/inlines";
import { whyInvalid } from "@/domain/document/read";
import { importDraft } from "@/domain/importing/import";
import { countingIds } from "@/domain/importing/testing/counting-ids";
import { readDraft } from "@/server/importing/read-draft";

const imported = (text: string) => importDraft(readDraft(text, "paper.md", true), countingIds());
const keysIn = (text: string) =>
  citationsOf(imported(text).document).flatMap(({ items }) => items.map(({ key }) => key));

/** What pandoc 2.17 answers to each of these. */
const cited: readonly (readonly [string, readonly string[]])[] = [
  ["see [@a; @b, pp. 3-4] and @c [p. 3; @d]", ["a", "b", "c", "d"]],
  ["[-@a; see *also* -@b] (@c) “@d” *@e*", ["a", "b", "c", "d", "e"]],
  ["mail me@x.org or <a@b.c>, \\@n, `@c`, $x@y$, a.@z", []],
  [
    "a key ends at stops: @a, @b; @c. @d: and @e--f",
    ["a", "b", "c", "d", "e--f"].map((key) => key.replace("e--f", "e")),
  ],
  ["@doi:10.1/x [@{https://e.org/a_b?x=1}] @{a b}", ["doi:10.1/x", "https://e.org/a_b?x=1"]],
  ["[@a][@b] [@c](u) [@d]{.x} ![e @f](g.png)", ["a", "b", "c", "d", "f"]],
  ["\\textbf{see @foo} \\autoref{fig:a} \\cite{x} @b", ["b"]],
  ['<span title="@d">@e</span> <!-- @c -->', ["e"]],
  ["costs $5 and @g $6", ["g"]],
  ["```\n@a\n```\n\n    @b\n\n@c", ["c"]],
  ["(@good) An example\n\nAs (@good) and @bad say.", ["bad"]],
  ["A note.[^1] Another.^[See @b, and [@c].]\n\n[^1]: As @a says.\n", ["a", "b", "c"]],
];

test.each(cited)("in %s pandoc and we find the same keys", (text, keys) => {
  expect(keysIn(text).toSorted()).toEqual([...keys].toSorted());
});

test("locators, prefixes and suffixes stand with their key", () => {
  const [first] = citationsOf(imported("x [see @a, pp. 33-35, and nowhere else; -@b {p. 3}].").document);
  expect(first?.items).toMatchObject([
    { key: "a", prefix: "see", label: "page", locator: "33-35", suffix: "and nowhere else" },
    { key: "b", label: "page", locator: "3", suppressAuthor: true },
  ]);
});

test("a picture of its own becomes a figure that cites, and its address stays words", () => {
  const { document, ledger } = imported(
    "Text.\n\n![The *landing*, after [@a].\\label{fig:x}](pictures/landing.png){ width=50% }\n",
  );
  const figure = document.lastChild?.lastChild;
  expect(figure?.type.name).toBe("figure");
  expect(figure?.attrs).toEqual({
    address: "pictures/landing.png",
    picture: null,
    alt: "",
    decorative: false,
    credit: null,
    licence: null,
    width: "text",
  });
  expect(figure?.textContent).toBe("The landing, after.");
  expect(ledger.lines.map(({ what }) => what)).toEqual(expect.arrayContaining(["image", "label", "attributes"]));
  expect(whyInvalid(document)).toBeNull();
});

test("a table keeps its caption and what both cite", () => {
  const { document } = imported("Text.\n\n  A    B\n---- ----\n   1  @b\n\n: Numbers after @a.\n");
  expect(document.lastChild?.lastChild?.toString()).toContain("table(caption(");
  expect(citationsOf(document)).toHaveLength(2);
});

test.each(["[", "[@a; ", "$a", "`", "\\x{", '<a b="', "^[@a ", "@{"])(
  "sixty kilobytes of “%s” are dealt with in seconds",
  { timeout: 10_000 },
  (piece) => {
    const { document, ledger } = imported(piece.repeat(Math.ceil(60_000 / piece.length)));
    expect(whyInvalid(document)).toBeNull();
    expect(ledger.found.citation).toBe(ledger.resolved.citation + ledger.held.citation);
  },
);
