import type { Site } from "@/server/testing/internet/site";
import { json, missing } from "./answers";

/** Citoid at a wiki: Zotero's items to a GET, with lists where Zotero has words. */
export const citoidSite: Site = {
  host: "en.wikipedia.org",
  answer: ({ url }) => {
    const words = decodeURIComponent(/^\/api\/rest_v1\/data\/citation\/zotero\/(.+)$/u.exec(url.pathname)?.[1] ?? "");
    const item = items[words];
    return item ? json([item], "application/json; charset=utf-8") : missing;
  },
};

const items: Readonly<Record<string, unknown>> = {
  "https://pages.example/news": {
    key: "ABCD2345",
    version: 0,
    itemType: "newspaperArticle",
    creators: [
      { firstName: "Mara", lastName: "Østergård", creatorType: "author" },
      { name: "The Halden Post", creatorType: "author", fieldMode: 1 },
      { firstName: "Kari", lastName: "Lie", creatorType: "contributor" },
    ],
    tags: [{ tag: "bridges", type: 1 }],
    title: "Bridge at Halden closed",
    publicationTitle: "The Halden Post",
    section: "News",
    date: "2026-05-03",
    ISSN: ["0307-1235"],
    url: "https://pages.example/news",
    accessDate: "2027-05-03",
    language: "en-GB",
    abstractNote: "Closed &amp; checked.",
  },
  "31452104": {
    itemType: "journalArticle",
    title: "Scour under bridge piers",
    creators: [{ firstName: "", lastName: "Tidewater Study Group", creatorType: "author" }],
    publicationTitle: "Journal of tidal engineering",
    DOI: "10.5555/tides.2019.7",
    pages: "101-118",
    extra: "PMID: 31452104\nPMCID: PMC6718500",
    date: "08/2019",
  },
};
