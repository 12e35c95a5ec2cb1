import type { SourceRecord } from "@/domain/source/record";

/** A book that anybody can find, by its ISBN. */
export const perma: SourceRecord = {
  type: "article-journal",
  title: "Perma: Scoping and Addressing the Problem of Link and Reference Rot in Legal Citations",
  author: [
    { family: "Zittrain", given: "Jonathan" },
    { family: "Albert", given: "Kendra" },
    { family: "Lessig", given: "Lawrence" },
  ],
  "container-title": "Legal Information Management",
  volume: "14",
  issue: "2",
  page: "88–99",
  issued: { "date-parts": [[2014]] },
  DOI: "10.1017/S1472669614000255",
};

/** A report that is known by its address alone. */
export const report = (title: string, path: string): SourceRecord => ({
  type: "report",
  title,
  author: [{ literal: "Example Institute" }],
  issued: { "date-parts": [[2024, 5]] },
  URL: `https://reports.example.org/${path}`,
});
