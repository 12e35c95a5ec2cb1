import { expect, test } from "vitest";
import { judge } from "@/domain/rules/judge";
import { manuscript, paragraph, section } from "@/domain/rules/testing/manuscript";
import { textAt } from "./sights";

test("a finding about text is shown at the very words that it is about, where the same stand elsewhere too", () => {
  const same = () => paragraph("Nobody counted [TK] boats.");
  const input = manuscript({ sections: [section("One", same()), section("Two", same(), same())] });
  const places = judge(input).flatMap(({ place, excerpt, rule }) =>
    rule === "text/leftover-marker" && place.kind === "text" ? [{ place, excerpt }] : [],
  );
  expect(places).toHaveLength(3);
  for (const { place, excerpt } of places) {
    expect(input.document.textBetween(place.at, place.at + 4)).toBe("[TK]");
    const from = input.document.resolve(place.at).start();
    expect(textAt(input.document, place, excerpt)).toEqual({ from, to: from + excerpt.length });
    expect(textAt(input.document, place, "")).toEqual({ from: place.at, to: from + excerpt.length });
  }
});
