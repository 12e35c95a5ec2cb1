import { expect, test } from "vitest";
import { messagesOf } from "./testing/findings";
import { bullets, cite, codeBlock, figure, manuscript, paragraph, placeholder, section } from "./testing/manuscript";

const rule = "section/empty";
const about = (...sections: ReturnType<typeof section>[]) => messagesOf(rule, manuscript({ sections }));

test("a heading alone is no section", () => {
  expect(about(section("Findings", paragraph()))).toEqual(["The section “Findings” has no text."]);
});

test("blanks, stops and a citation are no text", () => {
  expect(about(section("Findings", paragraph(" … "), bullets([cite()])))).toHaveLength(1);
});

test("an article of a title alone is empty", () => {
  expect(about()).toEqual(["The article has no text below its title."]);
});

test("a word, a list, code or a placeholder is text", () => {
  expect(
    about(section("A", paragraph("Yes.")), section("B", bullets(["One"])), section("C", codeBlock("x = 1"))),
  ).toEqual([]);
  expect(about(section("D", paragraph(placeholder("link-rot"))))).toEqual([]);
});

test("a picture is something to see, its place alone is not", () => {
  expect(about(section("E", figure()))).toEqual([]);
  expect(about(section("F", figure([], { picture: null, alt: "" })))).toHaveLength(1);
});
