import { expect, test } from "vitest";
import { describe } from "./describe";
import { shortNameOf } from "./names";
import type { SourceRecord } from "./record";

const year = { issued: { "date-parts": [[2025, 3]] } };
const of = (record: Partial<SourceRecord>) => shortNameOf({ type: "report", title: "The State of Links", ...record });

test("a source is called by who made it and when", () => {
  expect(of({ author: [{ literal: "Halden Works" }], ...year })).toBe("Halden Works, 2025");
  expect(of({ author: [{ family: "Cho", given: "J." }, { family: "Garcia-Molina" }], ...year })).toBe(
    "Cho and Garcia-Molina, 2025",
  );
  expect(of({ author: [{ family: "Zittrain" }, { family: "Albert" }, { family: "Lessig" }], ...year })).toBe(
    "Zittrain et al., 2025",
  );
  expect(of({ author: [{ family: "Gogh", "non-dropping-particle": "van" }] })).toBe("van Gogh");
  expect(of({ editor: [{ family: "Ito" }], ...year })).toBe("Ito, 2025");
});

test("without a maker a source is called by its title, shortened between words", () => {
  expect(of(year)).toBe("“The State of Links”, 2025");
  expect(of({ title: "A very long title that goes on and on until nobody in the room listens" })).toBe(
    "“A very long title that goes on and on until nobody in the …”",
  );
});

test("a source in one line says who, what, where and when", () => {
  const article: SourceRecord = {
    type: "article-journal",
    title: "Links",
    author: [{ family: "Cho", given: "Junghoo" }],
    "container-title": "ACM Transactions",
    volume: "21",
    issue: "4",
    page: "1–30",
    ...year,
  };
  expect(describe(article)).toBe("Cho, Junghoo, “Links”, ACM Transactions 21(4), 1–30, 2025");
  expect(describe({ type: "book", title: "Links", editor: [{ family: "Ito" }], publisher: "Halden" })).toBe(
    "Ito (ed.), “Links”, Halden",
  );
  expect(describe({ type: "webpage", title: "Links" })).toBe("“Links”");
});
