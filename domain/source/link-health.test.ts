import { expect, test } from "vitest";
import { verdictOf, wantsProbe } from "./link-health";
import type { Look } from "./link-look";

type Answer = Extract<Look, { kind: "answer" }>;
const asked = "https://news.example/2027/05/bridge";
const article = "The bridge cost the town 41 per cent more than its ferries, the council’s own figures show. ".repeat(
  20,
);

/** An answer with a whole article on it, otherwise than said. */
const answer = (
  change: Partial<Omit<Answer, "page">> & { page?: Partial<NonNullable<Answer["page"]>> | null } = {},
): Look => {
  const page =
    change.page === null
      ? null
      : { title: "The bridge", heading: "The bridge", text: article, free: null, markup: "", ...change.page };
  return {
    kind: "answer",
    asked,
    status: 200,
    headers: {},
    url: asked,
    redirects: [],
    probe: null,
    headOnly: false,
    ...change,
    page,
  };
};
const failure = (kind: string): Look => ({ kind: "failure", asked, failure: kind, reason: "It did not answer." });
const status = (code: number, headers: Record<string, string> = {}, page: Parameters<typeof answer>[0] = {}) =>
  answer({ status: code, headers, page: { text: "No.", title: "" }, ...page });
const titled = (title: string, text = "Try the search.") => answer({ page: { title, heading: title, text } });
const notice = (text: string, title = "News") => answer({ page: { title, heading: "", text } });
const moved = (url: string, code = 301) => answer({ url, redirects: [{ status: code, location: url }] });

const cases: [string, Look, string][] = [
  ["a page with its article", answer(), "alive"],
  ["a page that has not changed", status(304), "alive"],
  ["a PDF that nobody read", answer({ page: null }), "alive"],
  ["a partial answer", status(206, {}, { page: {} }), "alive"],
  ["an article about the error 404", answer({ page: { title: "Why 404 pages matter", text: article } }), "alive"],
  ["an article of a room with that number", titled("Room 404: a thriller reviewed", article), "alive"],
  ["an article on 410 days at sea", titled("410 days at sea", article), "alive"],
  ["an article on things not found in an archive", titled("What the divers did and did not find", article), "alive"],
  [
    "a long article that says subscribe to read at its end",
    answer({ page: { text: `${article.repeat(2)} Subscribe to read more.` } }),
    "alive",
  ],
  ["an article of a treasure", titled("The treasure that was not found", article), "alive"],
  ["a short but true page", notice("The council meets on Monday at nine in the town hall."), "alive"],
  [
    "an article that speaks of captchas",
    answer({ page: { title: "Are captchas fair?", text: `${article} Are you a robot? they ask.` } }),
    "alive",
  ],
  ["a page said to be free", answer({ page: { free: true } }), "alive"],
  [
    "a move from http to https",
    answer({
      asked: "http://news.example/a",
      url: "https://news.example/a",
      redirects: [{ status: 301, location: "https://news.example/a" }],
    }),
    "alive",
  ],
  [
    "a move to www and a slash",
    answer({
      asked: "https://news.example/a",
      url: "https://www.news.example/a/",
      redirects: [{ status: 301, location: "/a/" }],
    }),
    "alive",
  ],
  ["a move for the time being", moved("https://news.example/elsewhere/bridge", 302), "alive"],
  [
    "a resolver of DOIs",
    answer({
      asked: "https://doi.org/10.1/x",
      url: "https://press.example/article/9",
      redirects: [{ status: 302, location: "" }],
    }),
    "alive",
  ],
  [
    "a resolver that leads to a journal’s own host",
    answer({
      asked: "https://doi.org/10.1/x",
      url: "https://journal.example/",
      redirects: [{ status: 302, location: "" }],
    }),
    "alive",
  ],
  ["a HEAD where robots may not read", answer({ headOnly: true, page: null }), "alive"],
  ["a probe with another text", answer({ probe: "There is no such page. Try the search." }), "alive"],

  ["a move for good to another page", moved("https://news.example/archive/bridge"), "redirected"],
  ["a move for good, told with 308", moved("https://archive.example/bridge", 308), "redirected"],
  ["a move for good to another host", moved("https://newspaper.example/2027/05/bridge"), "redirected"],

  ["a title that says not found", titled("Page not found"), "soft-404"],
  ["a title with the number", titled("404"), "soft-404"],
  ["a title with number and site", titled("404 – News Example"), "soft-404"],
  ["a title Not Found", titled("Not Found"), "soft-404"],
  ["a title with the number last", titled("News Example | 404"), "soft-404"],
  ["a long page of suggestions under such a title", titled("Page not found", article), "soft-404"],
  ["a title Error 404", titled("Error 404 | News"), "soft-404"],
  ["a German one", titled("Seite nicht gefunden – Zeitung"), "soft-404"],
  ["a French one", titled("Page introuvable | Le Journal"), "soft-404"],
  ["a Spanish one", titled("Página no encontrada"), "soft-404"],
  ["a Dutch one", titled("Pagina niet gevonden"), "soft-404"],
  ["a Portuguese one", titled("Página não encontrada"), "soft-404"],
  ["a Japanese one", titled("ページが見つかりません"), "soft-404"],
  [
    "a heading that says it",
    answer({ page: { title: "News", heading: "Sorry, page not found", text: "Go home." } }),
    "soft-404",
  ],
  [
    "a short text that says it",
    notice("Sorry, the page you requested could not be found. It may have been removed."),
    "soft-404",
  ],
  ["a document that no longer exists", titled("Document no longer exists"), "soft-404"],
  ["a redirect to the front page", moved("https://news.example/", 302), "soft-404"],
  ["a redirect to the front page of a language", moved("https://news.example/en/", 301), "soft-404"],
  ["a redirect to index.html", moved("https://news.example/index.html", 301), "soft-404"],
  ["a redirect to a page for errors", moved("https://news.example/404.html", 302), "soft-404"],
  ["a redirect to not-found", moved("https://news.example/errors/not-found", 302), "soft-404"],
  ["a domain for sale", titled("news.example is for sale", "This domain is for sale! Buy this domain."), "soft-404"],
  ["a parked domain", notice("The domain name is parked. Related searches: ferries."), "soft-404"],
  ["the same page for what cannot exist", answer({ probe: article }), "soft-404"],
  ["an empty page for everything", answer({ page: { text: "", title: "", heading: "" }, probe: "" }), "soft-404"],

  ["a page that says it is not free", answer({ page: { free: false } }), "paywalled"],
  [
    "a teaser for subscribers",
    notice("The bridge cost more. Subscribe to continue reading. Already a subscriber? Sign in."),
    "paywalled",
  ],
  ["a French teaser", notice("Le pont a coûté plus. Article réservé aux abonnés."), "paywalled"],
  ["a German teaser", notice("Die Brücke. Nur für Abonnenten. Jetzt weiterlesen."), "paywalled"],
  [
    "an abstract that sells its article",
    notice("Abstract. We count bridges. Get access to this article. Purchase this article."),
    "paywalled",
  ],
  [
    "a gate in the markup",
    answer({ page: { text: "The bridge cost more.", markup: '<div class="article paywall-on">' } }),
    "paywalled",
  ],
  ["a sign-in asked by status", status(401), "paywalled"],
  ["a payment asked by status", status(402), "paywalled"],
  ["a redirect to a sign-in", moved("https://news.example/login?next=%2F2027", 302), "paywalled"],
  ["a redirect to a single sign-on", moved("https://id.example/oauth2/authorize?x=1", 302), "paywalled"],

  ["a 403", status(403), "bot-walled"],
  ["a 429", status(429, { "retry-after": "60" }), "bot-walled"],
  ["a 503 that says when to come", status(503, { "retry-after": "120" }), "bot-walled"],
  ["a 503 with a challenge", status(503, {}, { page: { title: "Just a moment...", text: "" } }), "bot-walled"],
  ["a 200 with a challenge", notice("Checking your browser before you go on.", "Just a moment..."), "bot-walled"],
  [
    "a 404 with a challenge",
    status(404, {}, { page: { title: "Attention Required!", text: "", markup: "cdn-cgi/challenge-platform" } }),
    "bot-walled",
  ],
  ["a challenge told in a header", status(404, { "cf-mitigated": "challenge" }), "bot-walled"],
  ["a captcha", notice("Please verify you are human.", "News"), "bot-walled"],
  [
    "press and hold",
    notice("Press & Hold to confirm you are a human (and not a bot).", "Access to this page"),
    "bot-walled",
  ],
  ["unusual traffic", notice("Our systems have detected unusual traffic from your network."), "bot-walled"],
  ["legal reasons", status(451), "bot-walled"],
  ["a number that only some sites use", status(999), "unreachable"],
  ["a refusal of our way of asking", status(406), "bot-walled"],
  ["a question about cookies", moved("https://consent.news.example/collect?to=bridge", 302), "bot-walled"],

  ["a 410", status(410), "gone"],
  ["a 404", status(404), "missing"],
  ["a 404 with a whole page of suggestions", answer({ status: 404 }), "missing"],
  ["a 404 told to a HEAD", answer({ status: 404, headOnly: true, page: null }), "missing"],
  ["a HEAD that is not taken", answer({ status: 405, headOnly: true, page: null }), "disallowed"],
  ["a HEAD that is refused", answer({ status: 403, headOnly: true, page: null }), "bot-walled"],
  ["trouble", status(500), "unreachable"],
  ["trouble behind", status(502), "unreachable"],
  ["trouble without a time to come", status(503), "unreachable"],
  ["a time-out behind", status(504), "unreachable"],
  ["a host without a name", failure("dns"), "unreachable"],
  ["nobody listening", failure("refused"), "unreachable"],
  ["a time-out", failure("timeout"), "unreachable"],
  ["a bad certificate", failure("tls"), "unreachable"],
  ["a circle of redirects", failure("too-many-redirects"), "unreachable"],
  ["a broken line", failure("network"), "unreachable"],
  ["an address of our own network", failure("unsafe"), "unsafe"],
  ["an address that is none", failure("bad-url"), "unsafe"],
];

test.each(cases)("%s", (_, look, outcome) => {
  const verdict = verdictOf(look);
  expect(verdict.outcome).toBe(outcome);
  expect(verdict.reason).toMatch(/^\S.*\.$/u);
});

test("a silence is told from an answer, and a host that is away from one that is slow", () => {
  const heard = ["dns", "refused", "timeout", "network", "tls", "too-large"].map((kind) => verdictOf(failure(kind)));
  expect(heard.map(({ answered }) => answered)).toEqual([false, false, false, false, true, true]);
  expect(heard.map(({ away }) => away)).toEqual([true, true, false, false, false, false]);
  expect(verdictOf(status(503)).answered).toBe(true);
});

test("no wall, no silence and no trouble is ever a pass, and none of them says that the page is not there", () => {
  const unsure = [401, 402, 403, 405, 406, 418, 429, 451, 500, 502, 503, 504, 520, 999].map((code) => status(code));
  const silent = ["dns", "timeout", "tls", "aborted", "network"].map(failure);
  for (const look of [...unsure, ...silent])
    expect(["alive", "redirected", "gone", "missing", "soft-404"]).not.toContain(verdictOf(look).outcome);
});

test("a made-up address is asked for only where an answer is in doubt", () => {
  expect(wantsProbe(answer())).toBe(false);
  expect(wantsProbe(notice("Welcome."))).toBe(true);
  expect(wantsProbe(moved("https://news.example/elsewhere"))).toBe(true);
  expect(wantsProbe(status(404))).toBe(false);
  expect(wantsProbe(answer({ headOnly: true, page: null }))).toBe(false);
});
