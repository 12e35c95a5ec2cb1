import { expect, test } from "vitest";
import { findingsOf } from "./testing/findings";
import { cite, code, codeBlock, manuscript, paragraph, section } from "./testing/manuscript";

const rule = "text/leftover-marker";
const about = (...blocks: ReturnType<typeof paragraph>[]) =>
  findingsOf(rule, manuscript({ sections: [section("Findings", ...blocks)] }));

test.each([
  ["Pages vanish [citation needed].", "[citation needed]"],
  ["About TK percent of pages vanish.", "TK"],
  ["Pages vanish :contentReference[oaicite:3]{index=3}.", ":contentReference[oaicite:3]{index=3}"],
  ["Pages vanish【12†source】.", "【12†source】"],
  ["See [INTERNAL_LINK:link-rot] for more.", "[INTERNAL_LINK:link-rot]"],
  ["Pages vanish [3].", "[3]"],
  ["Pages vanish [@cho2003, p. 3].", "[@cho2003, p. 3]"],
])("“%s” still has a marker as plain words", (text, words) => {
  expect(about(paragraph(text))).toMatchObject([
    { severity: "blocker", excerpt: text, message: `“${words}” stands in the text as plain words.` },
  ]);
});

test("the finding points at the marker, past citations and breaks", () => {
  const input = manuscript({ sections: [section("", paragraph("So", cite(), " it is TK now."))] });
  const [finding] = findingsOf(rule, input);
  const at = finding?.place.kind === "text" ? finding.place.at : 0;
  expect(input.document.textBetween(at, at + 2)).toBe("TK");
});

test("code may hold what it likes", () => {
  expect(about(paragraph("Write ", code("[citation needed]"), " there."), codeBlock("x = list[3] // TK"))).toEqual([]);
});

test.each(["He said [sic] that TK Maxx is a shop.", "In 1999 (as in 2001) pages vanished.", "The array a[3] is full."])(
  "“%s” has none",
  (text) => {
    expect(about(paragraph(text))).toEqual([]);
  },
);
