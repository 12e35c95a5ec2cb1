import type { Site } from "@/server/testing/internet/site";
import { page } from "./page";

/** A site that is being given up: /gone says 410, /broken 500, /resting 503 without a challenge, all else 404. */
export const gone: Site = {
  host: "gone.example",
  answer: ({ url }) => {
    if (url.pathname === "/gone") return page({ status: 410, title: "Gone", body: "<h1>Gone for good</h1>" });
    if (url.pathname === "/broken") return page({ status: 500, title: "Error", body: "<h1>Internal error</h1>" });
    if (url.pathname === "/resting") return page({ status: 503, title: "Maintenance", body: "<h1>Back soon</h1>" });
    return page({ status: 404, title: "Not found", body: "<h1>Not found</h1>" });
  },
};
