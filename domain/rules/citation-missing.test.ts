import { expect, test } from "vitest";
import { itemOf } from "@/domain/citation/item";
import { findingsOf, messagesOf } from "./testing/findings";
import { cite, citeLost, citeMarked, manuscript, paragraph, raw, section, sourced } from "./testing/manuscript";

const rule = "citation/missing";
const halden = sourced();

test("a citation that lost its number blocks, and the finding shows the sentence it stood in", () => {
  const text = paragraph("Links rot.", " A quarter of pages are gone", cite(), ". Nobody minds.");
  const [finding, ...rest] = findingsOf(rule, manuscript({ sections: [section("Findings", text)] }));
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({
    severity: "blocker",
    excerpt: "A quarter of pages are gone.",
    place: { kind: "citation" },
  });
});

test("a citation after the stop belongs to the sentence before it", () => {
  const text = paragraph("Links rot. Pages are gone.", cite(), " Nobody minds.");
  expect(findingsOf(rule, manuscript({ sections: [section("", text)] }))[0]?.excerpt).toBe("Pages are gone.");
});

test("numbers that no entry bears are named", () => {
  const text = (...keys: string[]) =>
    manuscript({ sections: [section("", paragraph("So it is", citeLost(...keys), "."))] });
  expect(messagesOf(rule, text("9", "12"))).toEqual(["9, 12 point at nothing in the source list."]);
  expect(messagesOf(rule, text("9"))).toEqual(["9 points at nothing in the source list."]);
});

test("a marker without a number is quoted", () => {
  const text = paragraph("So it is", citeMarked("[citation needed]"), ".");
  expect(messagesOf(rule, manuscript({ sections: [section("", text)] }))[0]).toContain("“[citation needed]”");
});

test("one lost item among good ones is enough", () => {
  const text = paragraph("So it is", cite(halden, itemOf(null, "7")), ".");
  expect(findingsOf(rule, manuscript({ sections: [section("", text)], references: [halden] }))).toHaveLength(1);
});

test("a reference that is not in the list counts as nothing", () => {
  const text = paragraph("So it is", cite(sourced()), ".");
  expect(findingsOf(rule, manuscript({ sections: [section("", text)], references: [halden] }))).toHaveLength(1);
});

test("a citation of an entry of the list passes, a raw line included", () => {
  const line = raw("Halden Works, The State of Links");
  const text = paragraph("So it is", cite(halden), ", and so", cite(line), ".");
  expect(findingsOf(rule, manuscript({ sections: [section("", text)], references: [halden, line] }))).toEqual([]);
});
