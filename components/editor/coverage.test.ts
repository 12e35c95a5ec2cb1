import { expect, test } from "vitest";
import type { Node } from "prosemirror-model";
import { partsOf } from "@/domain/document/parts";
import { coverageOf, sentencesIn } from "./coverage";
import { article, cite, id, paragraph, placeholder, reference, section } from "./testing/article";

const references = [reference(901, "Harbour accounts")];
const strip = (document: Node, figures: number[] = [], verified?: ReadonlySet<string>) => {
  const part = partsOf(document)[1];
  return part ? coverageOf(part, references, figures, verified) : [];
};

test("each sentence is one bar: cited, with a hole, or plain", () => {
  const document = article(
    section(2, "A heading is no sentence", paragraph("Plain. Cited", cite(100, 901), ". A hole ", cite(101), ".")),
  );
  expect(strip(document)).toEqual(["plain", "cited", "hole"]);
});

test("a citation that stands behind the stop belongs to the sentence before it", () => {
  const document = article(section(2, "", paragraph("First.", cite(100, 901), " Second is plain.")));
  expect(strip(document)).toEqual(["cited", "plain"]);
});

test("a citation of a source that the article no longer has is a hole", () => {
  expect(strip(article(section(2, "", paragraph("Cited", cite(100, 999), "."))))).toEqual(["hole"]);
});

test("a promised link is a hole, and a figure alone is shown where the finding says", () => {
  const document = article(section(2, "", paragraph("See ", placeholder(200, "bridge"), ". It cost 40 million.")));
  const at = (partsOf(document)[1]?.from ?? 0) + 12;
  expect(strip(document, [at])).toEqual(["hole", "figure"]);
});

test("a number with a point in it does not end a sentence", () => {
  expect(sentencesIn(paragraph("It rose by 3.5 per cent. Then it fell."))).toHaveLength(2);
});

test("a long section is drawn with at most 48 bars, and a hole is never merged away", () => {
  const sentences = Array.from({ length: 300 }, () => "A sentence. ").join("");
  const covers = strip(article(section(2, "", paragraph(sentences, "A hole ", cite(101), "."))));
  expect(covers.length).toBeLessThanOrEqual(48);
  expect(covers.filter((cover) => cover === "hole")).toHaveLength(1);
});

test("a sentence is verified when every citation in it is", () => {
  const document = article(
    section(2, "", paragraph("One", cite(100, 901), ". Two", cite(101, 901), " and", cite(102, 901), ".")),
  );
  expect(strip(document, [], new Set([id(100), id(101)]))).toEqual(["verified", "cited"]);
  expect(strip(document, [], new Set([id(102)]))).toEqual(["cited", "cited"]);
  expect(strip(document, [], new Set([id(101), id(102)]))).toEqual(["cited", "verified"]);
});
