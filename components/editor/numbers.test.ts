import { expect, test } from "vitest";
import { chipLabels } from "./numbers";
import { article, cite, id, paragraph, reference, section } from "./testing/article";

const references = [
  reference(901, "Harbour accounts"),
  reference(902, "Minutes of the county"),
  reference(903, "Various sources", "raw"),
];

test("numbers follow the order in which sources are first cited, not the order of the list", () => {
  const document = article(
    section(2, "", paragraph("One", cite(100, 902), ".")),
    section(3, "Next", paragraph("Two", cite(101, 901, 902), ".")),
  );
  expect(chipLabels(document, references).get(id(100))?.label).toBe("1");
  expect(chipLabels(document, references).get(id(101))?.label).toBe("2, 1");
});

test("a citation shows its mark in the article's style where that is known, and what points nowhere besides", () => {
  const document = article(section(2, "", paragraph("One", cite(100, 901), " two", cite(101, 902, { key: "9" }), ".")));
  const labels = chipLabels(
    document,
    references,
    new Map([
      [id(100), "(Harbour 1998)"],
      [id(101), "(County 2001)"],
    ]),
  );
  expect(labels.get(id(100))).toMatchObject({ label: "(Harbour 1998)", state: "cited" });
  expect(labels.get(id(101))).toMatchObject({ label: "(County 2001) · 9 → nothing", state: "hole" });
});

test("a citation without a source says that it is missing", () => {
  const document = article(section(2, "", paragraph("One", cite(100), ".")));
  expect(chipLabels(document, references).get(id(100))).toMatchObject({ label: "citation missing", state: "hole" });
});

test("numbers that point to no source are named, and those that do keep their own", () => {
  const document = article(
    section(
      2,
      "",
      paragraph(
        cite(100, { key: "9" }, { key: "12" }),
        " and ",
        cite(101, 901, { key: "13" }),
        " and ",
        cite(102, 999),
      ),
    ),
  );
  const labels = chipLabels(document, references);
  expect(labels.get(id(100))?.label).toBe("9, 12 → nothing");
  expect(labels.get(id(101))?.label).toBe("1 · 13 → nothing");
  expect(labels.get(id(102))).toMatchObject({ label: "a source that is gone → nothing", state: "hole" });
});

test("a citation of a raw line has its number and says that the line is no source yet", () => {
  const document = article(section(2, "", paragraph("One", cite(100, 903), ".")));
  const label = chipLabels(document, references).get(id(100));
  expect(label).toMatchObject({ label: "1", state: "raw" });
  expect(label?.title).toContain("not a source yet");
});
