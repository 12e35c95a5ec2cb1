import type { Site, SiteAnswer } from "@/server/testing/internet/site";
import { pdf } from "./pdf";

/** Declares what it does not send: /zip-as-page, /page-as-json, /no-type, /pdf-as-page, /page-as-pdf. */
export const types: Site = {
  host: "types.example",
  answer: ({ url }) => answers[url.pathname] ?? { status: 404 },
};

const html = "<!doctype html><title>A page</title><p>A page all the same.</p>";
const answers: Record<string, SiteAnswer> = {
  "/zip-as-page": { headers: { "content-type": "application/zip" }, body: html },
  "/page-as-json": { headers: { "content-type": "application/json" }, body: html },
  "/no-type": { body: html },
  "/pdf-as-page": { headers: { "content-type": "text/html" }, body: pdf(["A paper that calls itself a page."]) },
  "/page-as-pdf": { headers: { "content-type": "application/pdf" }, body: html },
};
