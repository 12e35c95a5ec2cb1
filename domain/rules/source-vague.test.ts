import { expect, test } from "vitest";
import { findingsOf, messagesOf } from "./testing/findings";
import { manuscript, raw, sourced } from "./testing/manuscript";

const rule = "source/vague";

test.each([
  ["“A speech to the nation,” various sources.", "various sources"],
  ["Full text of the speech, official sources", "official sources"],
  ["[[9], [12]] Figures from company profiles and news reports.", "company profiles and news reports"],
  ["Internet", "Internet"],
  ["Ibid.", "Ibid"],
  ["3. Various news reports", "Various news reports"],
  ["Industry analysts", "Industry analysts"],
  ["Various sources, “The market in numbers”, 2024", "Various sources"],
  ["“The market in numbers”, the internet, accessed 3 May 2024", "the internet"],
])("“%s” names nobody", (line, words) => {
  expect(messagesOf(rule, manuscript({ references: [raw(line)] }))).toEqual([
    `“${words}” names no source that anybody could look up.`,
  ]);
});

test.each([
  "Halden Works, The State of Links, 2025",
  "“Leader’s address has a message for rivals,” Times of India.",
  "National Statistics Office, Annual Report 2024.",
  "Smith, J. (2019). Official sources and the press. Journalism, 20(3), 1–18.",
  "Ito, K. (2020). How links rot. Data, 5(2).",
  "News reports, https://halden.example/reports",
  "Reporters Without Borders, World Press Freedom Index 2024",
  "Trade Association of Makers (for general context).",
])("“%s” names somebody", (line) => {
  expect(findingsOf(rule, manuscript({ references: [raw(line)] }))).toEqual([]);
});

test("a record by “various sources” blocks, however complete it looks", () => {
  const found = findingsOf(rule, manuscript({ references: [sourced({ author: [{ literal: "Various sources" }] })] }));
  expect(found).toMatchObject([{ severity: "blocker" }]);
});

test("a book that is called “Official Sources” is a book", () => {
  expect(findingsOf(rule, manuscript({ references: [sourced({ title: "Official Sources" })] }))).toEqual([]);
});
