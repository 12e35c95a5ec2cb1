import robotsParser from "robots-parser";
import type { Fetch, FetchFailure } from "./fetch";
import { productToken } from "./settings";

/**
 * What a host's robots.txt says to us, to be kept by the caller for so many milliseconds. `text` is a robots.txt itself:
 * empty where everything is allowed, a ban on everything where the file could not be had; `reason` then says why.
 */
export type RobotsFile = { text: string; keepForMs: number; reason: string | null };

/**
 * Fetches the robots.txt that rules an address (RFC 9309, 2.3): a file that is not there (4xx) allows all, one that
 * cannot be reached or is refused for being asked too often (5xx, 429, no connection) forbids all for an hour.
 */
export async function readRobots(fetch: Fetch, url: string): Promise<RobotsFile> {
  const answer = await fetch(new URL("/robots.txt", url).href);
  if (!answer.ok) return absent.has(answer.error.kind) ? open : closed(answer.error.reason);
  const { status, body } = answer.value;
  if (status >= 200 && status < 300) return { text: firstPart(body), keepForMs: day, reason: null };
  if (status >= 400 && status < 500 && status !== 429) return open;
  return closed(`robots.txt answers with ${status}.`);
}

/** Whether a robots.txt lets us fetch an address of its host: the longest rule decides (RFC 9309, 2.2.2). */
export function mayFetch(text: string, url: string): boolean {
  const asked = new URL(url);
  const path = (asked.pathname + asked.search).slice(0, longestPath);
  return robotsParser(new URL("/robots.txt", url).href, text).isAllowed(asked.origin + path, productToken) !== false;
}

/** The pause between two requests that a robots.txt asks for, in milliseconds, a minute at most; null if it asks for none. */
export function crawlDelayMs(text: string): number | null {
  const seconds = robotsParser("https://any.invalid/robots.txt", text).getCrawlDelay(productToken) ?? 0;
  return seconds > 0 ? Math.min(seconds * 1_000, 60_000) : null;
}

const day = 24 * 60 * 60 * 1_000;
const hour = 60 * 60 * 1_000;
const open: RobotsFile = { text: "", keepForMs: day, reason: null };
const closed = (reason: string): RobotsFile => ({ text: "User-agent: *\nDisallow: /\n", keepForMs: hour, reason });

/** Ways to have no robots.txt: sent on and on, the RFC takes it for one that is not there. */
const absent = new Set<FetchFailure["kind"]>(["too-many-redirects"]);

/** The part of a file that crawlers have to read: 500 KiB, to the end of the last whole line. */
function firstPart(body: Uint8Array): string {
  const text = new TextDecoder().decode(body.subarray(0, 500 * 1024));
  return tamed(body.length > 500 * 1024 ? text.slice(0, text.lastIndexOf("\n") + 1) : text);
}

/**
 * Matching wildcards is work, so that a hostile file could hold us up with them: past a dozen in a line, or 2,000 in the
 * file, rules are made stricter. A ban is cut short at its next wildcard, a permission left out.
 */
function tamed(text: string): string {
  let left = 2_000;
  const line = (rule: string): string => {
    const parts = rule.split("*");
    const wildcards = parts.length - 1;
    if (wildcards <= Math.min(left, 12)) {
      left -= wildcards;
      return rule;
    }
    const start = parts[0] ?? "";
    if (/^\s*allow/i.test(rule)) return "";
    return /:\s*$/.test(start) ? `${start}/` : start;
  };
  return text
    .split(/\r\n|\r|\n/)
    .map((rule) => (/^\s*(dis)?allow/i.test(rule) ? line(rule) : rule))
    .join("\n");
}

const longestPath = 2_000;
