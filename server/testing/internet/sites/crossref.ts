import type { Site } from "@/server/testing/internet/site";
import { json, missing } from "./answers";
import { crossrefWorks } from "./crossref-works";

/** Crossref's REST API with a few works: by DOI, by ISBN, and by the words of a reference. */
export const crossrefSite: Site = {
  host: "api.crossref.org",
  answer: ({ url }) => {
    const doi = /^\/works\/(.+)$/u.exec(url.pathname)?.[1];
    if (doi) {
      const work = crossrefWorks.find(({ DOI }) => DOI.toLowerCase() === decodeURIComponent(doi).toLowerCase());
      return work ? json({ status: "ok", "message-type": "work", "message-version": "1.0.0", message: work }) : missing;
    }
    const isbn = /isbn:(\d+)/u.exec(url.searchParams.get("filter") ?? "")?.[1];
    const words = (url.searchParams.get("query.bibliographic") ?? "").toLowerCase();
    const types = [...(url.searchParams.get("filter") ?? "").matchAll(/type:([\w-]+)/gu)].map(([, type]) => type);
    const items = crossrefWorks
      .filter((work) => types.length === 0 || types.includes(String(work["type"])))
      .filter((work) =>
        isbn
          ? work.ISBN?.some((number) => number.replace(/\D/gu, "") === isbn)
          : words !== "" && words.includes(work.title[0]?.slice(0, 12).toLowerCase() ?? "?"),
      );
    const message = {
      "total-results": items.length,
      items: items.map((item) => ({ ...item, score: 61.2 })),
      "items-per-page": 5,
    };
    return json({ status: "ok", "message-type": "work-list", "message-version": "1.0.0", message });
  },
};
