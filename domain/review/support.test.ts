import { expect, test } from "vitest";
import { itemOf } from "@/domain/citation/item";
import { canonicalJson } from "@/domain/document/canonical";
import { indexOf } from "@/domain/rules/manuscript-index";
import { cite, manuscript, paragraph, section, sourced } from "@/domain/rules/testing/manuscript";
import { supportsIn, supportText, verifiedText } from "./support";

const reference = sourced();
const other = sourced();
const textOf = (sentence: string, item = itemOf(reference.id)) => {
  const index = indexOf(
    manuscript({
      sections: [section("Findings", paragraph(sentence, cite(item), ". Another."))],
      references: [reference],
    }),
  );
  const [support] = supportsIn(index);
  if (!support) throw new Error("it cites nothing");
  return supportText(support);
};

test("each item of a citation is a support of its sentence, and what rests on nothing is none", () => {
  const sections = [
    section("Findings", paragraph("So it is", cite(itemOf(reference.id), itemOf(null, "7")), ". And so.")),
  ];
  expect(supportsIn(indexOf(manuscript({ sections, references: [reference] })))).toMatchObject([
    { position: 0, sentence: "So it is.", source: { id: reference.source?.id } },
  ]);
});

test("spacing is not a word", () => expect(textOf("So  it is")).toBe(textOf("So it is")));

test("another word, quote, locator, stance or record is another support", () => {
  const item = itemOf(reference.id);
  const texts = [
    textOf("So it is"),
    textOf("So it is not"),
    textOf("So it is", { ...item, quote: "so it is" }),
    textOf("So it is", { ...item, locator: "4", label: "page" }),
    textOf("So it is", { ...item, locator: "4", label: "chapter" }),
    textOf("So it is", { ...item, stance: "disputes" }),
    textOf("So it is", { ...item, prefix: "but see" }),
  ];
  expect(new Set(texts).size).toBe(texts.length);
  const [support] = supportsIn(
    indexOf(
      manuscript({ sections: [section("A", paragraph("So it is", cite(itemOf(other.id)), "."))], references: [other] }),
    ),
  );
  if (!support) throw new Error("it cites nothing");
  const changed = { ...support.source, record: { ...support.source.record, title: "Another title" } };
  expect(supportText({ ...support, source: changed })).not.toBe(supportText(support));
});

test("the text that is digested is canonical JSON", () => {
  const words = textOf("So it is");
  const value: unknown = JSON.parse(verifiedText(words, "abc"));
  expect(canonicalJson(value)).toBe(verifiedText(words, "abc"));
  expect(verifiedText(words, null)).not.toBe(verifiedText(words, ""));
});
