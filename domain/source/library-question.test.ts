import { expect, test } from "vitest";
import { everything, narrowedBy, questionFrom, questionOf, questionText } from "./library-question";

test("a question to the library is the same after it was an address", () => {
  const question = questionOf({
    q: " rot & 50%=",
    type: "book",
    link: "dead",
    in: "L’Économie, 2",
    from: "-40",
    to: "2020",
    sort: "cited",
  });
  expect(question).toMatchObject({ q: "rot & 50%=", type: "book", link: "dead", from: -40, to: 2020, sort: "cited" });
  expect(questionFrom(questionText(question))).toEqual(question);
  expect(narrowedBy(question)).toBe(6);
});

test("what cannot be read from an address is not asked, and what is asked by itself is left out of it", () => {
  expect(questionFrom("type=nonsense&link=&from=1e9&q=a%00b&by=me&tag=%E0%A4%A&constructor=1&sort=up")).toEqual(
    everything,
  );
  expect(questionOf({ type: ["book"], q: "x".repeat(201) })).toEqual(everything);
  expect(questionText(everything)).toBe("");
  expect(questionFrom("q=two+words&tag=Climate%20%20Change")).toMatchObject({ q: "two words", tag: "climate change" });
});
