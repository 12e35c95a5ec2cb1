import type { Site } from "@/server/testing/internet/site";
import { page } from "./page";

/** Knows what was fetched before: answers 304 to its own ETag at /etag, to its own date at /dated. */
export const cached: Site = {
  host: "cached.example",
  answer: ({ url, headers }) => {
    const validator = url.pathname === "/etag" ? { etag: '"wall-7"' } : { "last-modified": date };
    const same =
      url.pathname === "/etag" ? headers["if-none-match"] === '"wall-7"' : headers["if-modified-since"] === date;
    if (same) return { status: 304, headers: validator };
    return page({ title: "Seventh version", headers: validator, body: "<h1>The seventh version</h1>" });
  },
};

const date = "Fri, 14 Mar 2025 08:00:00 GMT";
