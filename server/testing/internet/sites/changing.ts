import type { Site } from "@/server/testing/internet/site";
import { page } from "./page";

/**
 * A site whose one report at /report changes as a test likes: a request to /now/gone takes it off (410), /now/dead breaks
 * the site (500), /now/elsewhere moves it, /now/rewritten changes its text, /now/back restores it. Each answers 204.
 */
export const changing = (host = "changing.example"): Site => {
  let now = "back";
  return {
    host,
    answer: ({ url }) => {
      const [, verb, word = ""] = url.pathname.split("/");
      if (verb === "now") {
        now = word;
        return { status: 204 };
      }
      if (verb === "new-report") return report("The ferry carried 12 thousand people in 2024.");
      if (verb !== "report") return page({ status: 404, title: "Not found", body: "<h1>Not found</h1>" });
      if (now === "gone") return page({ status: 410, title: "Gone", body: "<h1>Taken off</h1>" });
      if (now === "dead") return page({ status: 500, title: "Error", body: "<h1>Internal error</h1>" });
      if (now === "elsewhere") return { status: 301, headers: { location: "/new-report" } };
      return report(`The ferry carried ${now === "rewritten" ? 42 : 12} thousand people in 2024.`);
    },
  };
};

const report = (sentence: string) =>
  page({
    title: "The Ferry in Figures – Port Office",
    body: `<article><h1>The Ferry in Figures</h1><p>By the Port Office. 2 January 2025.</p><p>${sentence} The old quay was closed for eleven weeks, and nobody was hurt.</p></article>`,
  });
