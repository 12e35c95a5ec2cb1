import type { Site, SiteAnswer } from "@/server/testing/internet/site";
import { page } from "./page";

/** Hosts that differ in their robots.txt alone; the name says how. Every other path of them is a page. */
export const robotsFiles: readonly Site[] = Object.entries({
  "open.robots.example": { status: 404 },
  "closed.robots.example": text("User-agent: *\nDisallow: /\n"),
  "named.robots.example": text(
    "User-agent: *\nDisallow:\n\nUser-agent: Imprimatur\nDisallow: /private\nAllow: /private/press\n",
  ),
  "slow.robots.example": text("User-agent: *\nCrawl-delay: 2\nDisallow: /search\n"),
  "broken.robots.example": { status: 500 },
  "page.robots.example": page({ title: "Welcome", body: "<h1>This is no robots.txt</h1>" }),
  "huge.robots.example": text(`User-agent: *\n${"# nothing\n".repeat(80_000)}Disallow: /late\n`),
  "moved.robots.example": { status: 301, headers: { location: "https://closed.robots.example/robots.txt" } },
} satisfies Record<string, SiteAnswer>).map(([host, robots]) => ({
  host,
  answer: ({ url }) => (url.pathname === "/robots.txt" ? robots : page({ title: host, body: `<h1>${host}</h1>` })),
}));

function text(body: string): SiteAnswer {
  return { headers: { "content-type": "text/plain" }, body };
}
