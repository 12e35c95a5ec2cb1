import { expect, test } from "vitest";
import { schema } from "@/domain/document/schema";
import { exampleEdition, front, p, section, text } from "@/reader/example-edition";
import { editionMarkdown } from "./edition-markdown";
import { escaped } from "./markdown-inlines";

test("an edition in Markdown has every word, one footnote for each citation, and the list of sources", () => {
  const written = editionMarkdown(exampleEdition());
  const marks = [...written.matchAll(/(?<!^)\[\^(\d+)\]/gm)].map(([, number]) => Number(number));
  const notes = [...written.matchAll(/^\[\^(\d+)\]: (.+)$/gm)].map(([, number]) => Number(number));
  expect(marks).toEqual(marks.map((_, index) => index + 1));
  expect(notes).toEqual(marks);
  expect(written).toContain("# The mill that runs on the moon");
  expect(written).toContain("| Spring | 1.9 | 7½ | 310 |");
  expect(written).toContain("“The mill may open its gates from two hours after high water.”");
  expect(written).toContain("**Correction, 23 November 2026.** The first edition gave the fall of the pond in feet.");
  expect(written).toMatch(/## Sources\n\n1\. Mary Arden/);
});

test("words that look like mark-up stay words", () => {
  const parts = [
    front("*Stars*", "", "By _nobody_"),
    section("1. One", p("# no heading, <b>no tag</b>, [no](link)", text(" it `is`", "code"))),
  ];
  const written = editionMarkdown(
    exampleEdition({
      title: "*Stars*",
      byline: "By _nobody_",
      parts,
      references: [],
      editions: exampleEdition().editions,
    }),
  );
  expect(written).toContain("# \\*Stars\\*");
  expect(written).toContain("By \\_nobody\\_");
  expect(written).toContain("\\# no heading, \\<b\\>no tag\\</b\\>, \\[no\\](link)");
  expect(written).toContain(" `` it `is` ``");
  expect(escaped("1. one\n- two\n+ 3")).toBe("1\\. one\n\\- two\n\\+ 3");
});

test("a picture stands in Markdown with its words, its caption, whose it is and its licence", () => {
  const picture = { sha256: "ab".repeat(32), width: 900, height: 600, type: "png" };
  const figure = schema.node("figure", { picture, alt: "The [gates].", credit: "Ines", licence: "CC0 1.0" }, [
    schema.node("caption", null, [text("At the turn.")]),
  ]);
  const parts = [front("Gates", "", "By Ines"), section("One", figure)];
  expect(editionMarkdown(exampleEdition({ parts, references: [] }))).toContain(
    `![The \\[gates\\].](<${exampleEdition().site.baseUrl}/media/${picture.sha256}-900.png>)\n\nAt the turn.\n\nInes · CC0 1.0`,
  );
});
