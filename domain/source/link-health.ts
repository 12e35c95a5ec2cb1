import { hostOf } from "./link-address";
import type { Look, PageRead, Verdict } from "./link-look";
import * as signs from "./link-signs";
import { webAddressOf } from "./web-address";

type Answer = Extract<Look, { kind: "answer" }>;

/**
 * What one look at an address says, by the evidence in it. A wall is never called dead, a silence is never called a pass,
 * and what cannot be told is `unreachable` or `bot-walled`, which both are unknown.
 */
export function verdictOf(look: Look): Verdict {
  return look.kind === "failure" ? silence(look) : (byStatus(look) ?? byPage(look));
}

/** Whether a random address of the same host should be asked before this answer is believed. */
export function wantsProbe(look: Look): boolean {
  if (look.kind === "failure" || look.headOnly || look.status !== 200 || !look.page) return false;
  if (look.redirects.length > 0 && leadsElsewhere(look)) return true;
  return look.page.text.length < shortText;
}

/** Below this many characters a text is a notice rather than a page. */
const shortText = 800;

function silence({ failure, reason }: Extract<Look, { kind: "failure" }>): Verdict {
  if (failure === "unsafe" || failure === "bad-url")
    return { ...said("unsafe", reason), answered: failure !== "bad-url" };
  if (failure === "disallowed") return said("disallowed", reason);
  const spoke = spoken.has(failure);
  return { outcome: "unreachable", reason, answered: spoke, away: failure === "dns" || failure === "refused" };
}

/** Failures that come after the host has spoken: they say nothing of our own connection. */
const spoken: ReadonlySet<string> = new Set([
  "too-large",
  "too-many-redirects",
  "bad-redirect",
  "wrong-type",
  "bad-encoding",
  "tls",
]);

/** What the status alone says (RFC 9110 section 15), the signs of a wall considered; null for one that sends a page. */
function byStatus(look: Answer): Verdict | null {
  const { status, page, headers } = look;
  const walled = isWalled(page) || Boolean(headers["cf-mitigated"]);
  if (status === 304) return said("alive", "It has not changed since we looked before (304).");
  if (status >= 200 && status < 300)
    return walled && isNotice(page) ? wall("It shows a check for machines in front of the page.") : null;
  if (status === 401 || status === 402 || status === 407)
    return said("paywalled", `It asks to sign in or to pay (${status}).`);
  if (status === 429) return wall("It asks us to come less often (429).");
  if (status === 403) return wall("It does not let machines in (403).");
  if (status === 451) return wall("It does not show the page here for legal reasons (451).");
  if (walled) return wall(`It shows a check for machines in front of the page (${status}).`);
  if (look.headOnly && (status === 405 || status === 501 || status === 400))
    return said("disallowed", "robots.txt asks us not to read it, and it does not answer otherwise.");
  if (status === 410) return said("gone", "It says that the page is gone for good (410).");
  if (status === 404) return said("missing", "It says that there is no such page (404).");
  if (status === 503) return headers["retry-after"] ? wall("It asks us to come later (503).") : trouble(status);
  if (status >= 500) return trouble(status);
  if (status >= 400) return wall(`It does not take our way of asking (${status}).`);
  return { ...said("unreachable", `It answers in a way that nothing can be made of (${status}).`) };
}

/** What a page that came with a good status says of itself. */
function byPage(look: Answer): Verdict {
  const { page, probe } = look;
  const led = byWay(look);
  if (led) return led;
  if (page) {
    if (saysMissing(page))
      return said(
        "soft-404",
        `Its page says “${cut(page.title || page.heading)}”, though it answers as if it were there.`,
      );
    if (signs.parkedText.test(page.title) || (isNotice(page) && signs.parkedText.test(page.text)))
      return said("soft-404", "The address is parked or for sale.");
    if (page.free === false) return said("paywalled", "It says that it is not free to read.");
    if (
      (isNotice(page) || page.text.length < 3 * shortText) &&
      (signs.payText.test(page.text) || signs.payMarkup.test(page.markup))
    )
      return said("paywalled", "It shows the beginning and keeps the rest for subscribers.");
    if (probe !== null && sameText(page.text, probe))
      return said("soft-404", "It shows the same page for addresses that cannot exist.");
    if (isNotice(page) && signs.missingText.test(page.text) && page.text.length < shortText / 2)
      return said("soft-404", "Its page says that what was asked for is not there, though it answers as if it were.");
  }
  if (leadsElsewhere(look) && look.redirects.every(({ status }) => status === 301 || status === 308))
    return said("redirected", `It has moved for good to ${look.url}.`);
  return said("alive", look.headOnly ? "It answers; robots.txt asks us not to read it." : "It answers with a page.");
}

/** What the way there says: to the front page, to a notice, to a sign-in, to a question about cookies. */
function byWay(look: Answer): Verdict | null {
  if (look.redirects.length === 0) return null;
  const path = pathOf(look.url);
  if (signs.errorPath.test(path) && !signs.errorPath.test(pathOf(look.asked)))
    return said("soft-404", "It leads to a page for errors.");
  if (signs.signInPath.test(path) && !signs.signInPath.test(pathOf(look.asked)))
    return said("paywalled", "It leads to a page to sign in.");
  if (signs.consentHost.test(hostOf(look.url) ?? "") && hostOf(look.url) !== hostOf(look.asked))
    return wall("It leads to a question about cookies.");
  if (isFront(look.url) && !isFront(look.asked) && hostOf(look.asked) !== "doi.org")
    return said("soft-404", "It leads to the site’s front page.");
  return null;
}

const isWalled = (page: PageRead): boolean =>
  page !== null &&
  (signs.wallTitle.test(page.title.trim()) ||
    signs.wallMarkup.test(page.markup) ||
    (isNotice(page) && signs.wallText.test(page.text)));

const saysMissing = (page: NonNullable<PageRead>): boolean =>
  signs.missingTitle.test(page.title) ||
  (isNotice(page) &&
    [page.title, page.heading].some(
      (words) => signs.missingTitle.test(words) || signs.perhapsMissingTitle.test(words),
    ));

const isNotice = (page: PageRead): boolean => page !== null && page.text.length < shortText;

/** Says whether an answer came from another page than the one asked for, not only from another way of writing it. */
const leadsElsewhere = ({ asked, url }: Answer): boolean => webAddressOf(asked) !== webAddressOf(url);

/** Two notices that differ in little more than the address they were asked for. */
function sameText(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.size === 0 && b.size === 0) return true;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared) > 0.9;
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

const pathOf = (address: string): string => /^https?:\/\/[^/?#]*([^#]*)/iu.exec(address)?.[1] ?? "";
const isFront = (address: string): boolean =>
  /^(?:\/(?:index\.\w+|home|[a-z]{2}(?:-[a-z]{2})?)?\/?)?(?:\?[^#]*)?$/iu.test(pathOf(address)) &&
  !/\?\w+=\w/u.test(pathOf(address));

const said = (outcome: Verdict["outcome"], reason: string): Verdict => ({
  outcome,
  reason,
  answered: true,
  away: false,
});
const wall = (reason: string): Verdict => said("bot-walled", reason);
const trouble = (status: number): Verdict => said("unreachable", `The site has trouble of its own (${status}).`);
const cut = (text: string): string => (text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text);
