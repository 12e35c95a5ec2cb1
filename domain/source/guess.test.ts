import { expect, test } from "vitest";
import { guessRecord } from "./guess";
import type { SourceRecord } from "./record";

test.each<[string, Partial<SourceRecord>]>([
  [
    "“Leader’s address has a message for rivals,” Times of India.",
    {
      type: "article-newspaper",
      title: "Leader’s address has a message for rivals",
      "container-title": "Times of India",
    },
  ],
  ["“President touts advances in speech,” various sources.", { title: "President touts advances in speech" }],
  ["[[9], [12]] Information from company profiles.", {}],
  ["Trade Association of Makers (for general context).", {}],
  [
    "3. Cho, J., & Garcia-Molina, H. (2003). Effective page refresh policies. https://doi.org/10.1145/958942.958945.",
    {
      type: "article-journal",
      title: "Effective page refresh policies",
      DOI: "10.1145/958942.958945",
      issued: { "date-parts": [[2003]] },
      author: [
        { family: "Cho", given: "J." },
        { family: "Garcia-Molina", given: "H." },
      ],
    },
  ],
  [
    "- Ada Moreau, “Why links rot”, The Gazette, 3 May 2024, https://gazette.example/rot?utm_source=chatgpt.com (accessed 7 June 2025).",
    {
      type: "article-newspaper",
      title: "Why links rot",
      author: [{ family: "Moreau", given: "Ada" }],
      "container-title": "The Gazette",
      issued: { "date-parts": [[2024]] },
      URL: "https://gazette.example/rot",
    },
  ],
  [
    "The State of Links. Halden, 2025. ISBN 978-0-306-40615-7",
    { type: "book", ISBN: "978-0-306-40615-7", issued: { "date-parts": [[2025]] } },
  ],
  ["Links. ISBN 978-0-306-40615-8", { type: "book" }],
  ["(see https://halden.example/a_(b)).", { type: "webpage", URL: "https://halden.example/a_(b)" }],
  ["From 1999 to 2003 in the archive", {}],
])("“%s” is read as far as it is sure", (line, record) => {
  expect(guessRecord(line)).toEqual(record);
});
