import { expect, test } from "vitest";
import { findingsOf, messagesOf } from "./testing/findings";
import { figure, manuscript, paragraph, section } from "./testing/manuscript";

const rule = "picture/undescribed";
const about = (...figures: ReturnType<typeof figure>[]) => manuscript({ sections: [section("Findings", ...figures)] });

test("a picture that nobody has described blocks publishing, and blanks describe nothing", () => {
  expect(
    messagesOf(rule, about(figure(), figure(["The quay."], { alt: " … " }), figure([], { alt: "" }))),
  ).toHaveLength(2);
  expect(findingsOf(rule, about(figure([], { alt: "" })))[0]?.severity).toBe("blocker");
});

test("a picture that is said to be decoration needs no words", () => {
  expect(messagesOf(rule, about(figure([], { alt: "", decorative: true })))).toEqual([]);
});

test("a figure whose picture is not in hand is another rule's", () => {
  expect(messagesOf(rule, about(figure(["The quay."], { picture: null, alt: "" })))).toEqual([]);
});

test("the finding stands where the figure does, inside a quotation too, and knows its caption", () => {
  const made = manuscript({
    sections: [section("One", paragraph("Words.")), section("Two", figure(["The quay."], { alt: "" }))],
  });
  const [finding] = findingsOf(rule, made);
  expect(finding?.excerpt).toBe("The quay.");
  const { place } = finding ?? {};
  expect(place?.kind === "picture" && made.document.nodeAt(place.at)?.type.name).toBe("figure");
});
