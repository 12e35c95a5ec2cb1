import type { Site, SiteAnswer } from "@/server/testing/internet/site";

/** The ways in which a service can be unwell. */
export type Ill = "down" | "slow" | "malformed" | "limited" | "wall" | "empty";

const answers: Readonly<Record<Ill, SiteAnswer>> = {
  down: { status: 500, headers: { "content-type": "text/html" }, body: "<h1>Internal Server Error</h1>" },
  slow: { delayMs: 60_000, body: "{}" },
  malformed: {
    headers: { "content-type": "application/json" },
    body: '{"status":"ok","message":{"title":["Cut off in the mid',
  },
  limited: { status: 429, headers: { "retry-after": "120", "content-type": "text/plain" }, body: "Too many requests" },
  wall: { status: 403, headers: { "content-type": "text/html" }, body: "<title>Just a moment...</title>" },
  empty: { headers: { "content-type": "application/json" }, body: "" },
};

/** The same host, but unwell. */
export const unwell = (site: Site, how: Ill): Site => ({ host: site.host, answer: () => answers[how] });
