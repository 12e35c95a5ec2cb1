import { expect, test } from "vitest";
import type { Finding } from "@/domain/rules/finding";
import { citationsOf } from "@/domain/document/inlines";
import { CitationId, SectionId } from "@/domain/ids";
import { supportText } from "@/domain/review/support";
import { fnv1a64 } from "@/domain/rules/fingerprint";
import { coverWords, outlineOf } from "./outline-parts";
import { article, cite, id, paragraph, reference, section } from "./testing/article";

const references = [reference(901, "Harbour accounts")];
const document = article(
  section(2, "", paragraph("Plain. It cost 40 million.")),
  section(3, "Who pays", paragraph("The county", cite(100), ".")),
);
const hole: Finding = {
  rule: "citation/missing",
  severity: "blocker",
  place: { kind: "citation", citation: CitationId.parse(id(100)), section: SectionId.parse(id(3)) },
  excerpt: "The county",
  message: "A claim has lost its citation.",
  fingerprint: "one",
};
const figure: Finding = {
  ...hole,
  rule: "text/figure-uncited",
  severity: "warning",
  place: { kind: "text", section: SectionId.parse(id(2)), at: 3 + 7 },
};

test("the outline names each part, counts its blockers, and shows a figure where the rule saw it", () => {
  expect(outlineOf(document, references, [hole, figure])).toEqual([
    { id: id(1), number: null, heading: "Front", blockers: 0, covers: [] },
    { id: id(2), number: 1, heading: "Opening", blockers: 0, covers: ["plain", "figure"] },
    { id: id(3), number: 2, heading: "Who pays", blockers: 1, covers: ["hole"] },
  ]);
});

test("a part that has not changed is the same row, so it is not drawn again", () => {
  const before = outlineOf(document, references, [hole]);
  const after = outlineOf(document, references, [{ ...hole }, figure]);
  expect(after[2]).toBe(before[2]);
  expect(after[1]).not.toBe(before[1]);
});

test("a strip can be heard", () => {
  expect(coverWords(["plain", "hole", "cited", "cited"])).toBe("4 sentences: 2 cited, 1 with a hole");
});

test("what was verified shows until its words change", () => {
  const cited = article(section(3, "Who pays", paragraph("The county", cite(100, 901), ".")));
  const [citation] = citationsOf(cited);
  const source = references[0]?.source;
  const item = citation?.items[0];
  if (!citation || !source || !item) throw new Error("it cites nothing");
  const mark = fnv1a64(supportText({ sentence: "The county.", item, source }));
  const verified = new Map([[citation.id, new Set([mark])]]);
  expect(outlineOf(cited, references, [], verified)[1]?.covers).toEqual(["verified"]);
  const changed = article(section(3, "Who pays", paragraph("The county or nobody", cite(100, 901), ".")));
  expect(outlineOf(changed, references, [], verified)[1]?.covers).toEqual(["cited"]);
});
