import type { Site, SiteAnswer } from "@/server/testing/internet/site";
import { page } from "./page";

/** Turns programs away: /403, /429 (with Retry-After), /503 as challenge pages, /200 as one that claims to be fine. */
export const botWall: Site = {
  host: "bot-wall.example",
  answer: ({ url }) => answers[url.pathname] ?? { status: 404 },
};

const challenge = (status: number, headers: Record<string, string> = {}): SiteAnswer =>
  page({
    status,
    title: "Just a moment...",
    headers: { server: "edge", "cf-mitigated": "challenge", ...headers },
    body: `<noscript>Enable JavaScript and cookies to continue</noscript><p>Verifying you are human. This may take a few seconds.</p><script src="/cdn-cgi/challenge-platform/orchestrate"></script>`,
  });

const answers: Record<string, SiteAnswer> = {
  "/403": challenge(403),
  "/429": challenge(429, { "retry-after": "120" }),
  "/503": challenge(503, { "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" }),
  "/200": page({
    title: "Access to this page has been denied",
    body: `<h1>Press &amp; hold to confirm you are a human (and not a bot).</h1><div id="px-captcha"></div>`,
  }),
};
