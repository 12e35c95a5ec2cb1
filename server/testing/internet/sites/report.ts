import type { Site } from "@/server/testing/internet/site";
import { pdf } from "./pdf";

/** A survey office with one report as a PDF, at /wall.pdf. */
export const report: Site = {
  host: "survey-office.example",
  answer: ({ url }) =>
    url.pathname === "/wall.pdf"
      ? { headers: { "content-type": "application/pdf" }, body: pdf(reportLines) }
      : { status: 404, headers: { "content-type": "text/plain" }, body: "Not found" },
};

/** What the report says, line by line. */
export const reportLines = [
  "Survey of the Harbour Wall of Halden",
  "Jonas Berg, February 2025",
  "No crack wider than four millimetres was found along 310 metres of wall.",
  "The wall is sound for another fifteen years.",
];
