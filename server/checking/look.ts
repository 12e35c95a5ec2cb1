import type { Look, PageRead, Verdict } from "@/domain/source/link-look";
import { verdictOf, wantsProbe } from "@/domain/source/link-health";
import type { Fetch, Fetched, FetchFailure } from "@/server/http/fetch";
import { readBody, type ReadText } from "./reading";
import { sha256Of } from "./warc";

/** What is remembered from the look before, so that an unchanged page need not be sent again. */
export type Known = { etag: string | null; lastModified: string | null };

/** How we behave: whether robots.txt lets us read an address, and a pause before each further request to the same host. */
export type Manners = { mayRead: (url: string) => Promise<boolean>; pause: () => Promise<void> };

/** What was seen at an address: the verdict, and where a body came, the answer with what could be read of it. */
export type Seen = {
  verdict: Verdict;
  status: number | null;
  finalUrl: string | null;
  durationMs: number;
  etag: string | null;
  lastModified: string | null;
  headers: Readonly<Record<string, string>>;
  body: { answer: Fetched; mediaType: string; read: ReadText | null; textSha256: string | null } | null;
};

/**
 * One look at an address: its content is asked for only where robots.txt (RFC 9309) lets us read it, else its head; with
 * `known` the request is conditional (RFC 9110, 13). A page in doubt is compared with one that cannot exist.
 */
export async function look(url: string, known: Known | null, fetch: Fetch, manners: Manners): Promise<Seen> {
  const mayRead = await manners.mayRead(url);
  const answer = mayRead ? await fetch(url, { ...known, size: largest }) : await fetch(url, { method: "HEAD" });
  if (!answer.ok) {
    const head = headOf(answer.error);
    if (head) return seen(url, head, null, null, false);
    const { kind, reason } = answer.error;
    return { ...unseen, verdict: verdictOf({ kind: "failure", asked: url, failure: kind, reason }) };
  }
  if (!mayRead || answer.value.status === 304) return seen(url, answer.value, null, null, !mayRead);
  const mediaType = mediaTypeOf(answer.value);
  const read = await readBody({
    body: answer.value.body,
    mediaType,
    contentType: header(answer.value, "content-type"),
  });
  const text = read.ok ? read.value : null;
  const draft = lookAt(url, answer.value, text, null, false);
  const probe = wantsProbe(draft) ? await probeOf(answer.value.url, fetch, manners) : null;
  return seen(url, answer.value, text, probe, false, mediaType);
}

/** The most bytes that a look takes. */
const largest = 2 * 1024 * 1024;

const unseen = {
  status: null,
  finalUrl: null,
  durationMs: 0,
  etag: null,
  lastModified: null,
  headers: {},
  body: null,
};

/** A body that is too large or packed in a strange way is there all the same; its head came before it. */
function headOf({ kind, url, status }: FetchFailure): Fetched | null {
  if ((kind !== "too-large" && kind !== "bad-encoding") || status === undefined) return null;
  return { status, headers: {}, body: new Uint8Array(), url, redirects: [], durationMs: 0 };
}

/** The text that the same host shows for an address that cannot exist; null when it rightly says that there is none. */
async function probeOf(url: string, fetch: Fetch, manners: Manners): Promise<string | null> {
  const made = new URL(url);
  made.pathname = made.pathname.replace(/[^/]*$/u, `${crypto.randomUUID()}`);
  made.search = "";
  if (!(await manners.mayRead(made.href))) return null;
  await manners.pause();
  const answer = await fetch(made.href, { size: largest });
  if (!answer.ok || answer.value.status !== 200) return null;
  const mediaType = mediaTypeOf(answer.value);
  const read = await readBody({
    body: answer.value.body,
    mediaType,
    contentType: header(answer.value, "content-type"),
  });
  return read.ok ? read.value.main : null;
}

function seen(
  url: string,
  answer: Fetched,
  read: ReadText | null,
  probe: string | null,
  headOnly: boolean,
  mediaType?: string,
): Seen {
  const textSha256 = read && read.main !== "" ? sha256Of(new TextEncoder().encode(read.main)) : null;
  return {
    verdict: verdictOf(lookAt(url, answer, read, probe, headOnly)),
    status: answer.status,
    finalUrl: answer.url,
    durationMs: Math.round(answer.durationMs),
    etag: answer.headers["etag"] ?? null,
    lastModified: answer.headers["last-modified"] ?? null,
    headers: answer.headers,
    body: mediaType === undefined ? null : { answer, mediaType, read, textSha256 },
  };
}

function lookAt(asked: string, answer: Fetched, read: ReadText | null, probe: string | null, headOnly: boolean): Look {
  const { status, headers, url, redirects } = answer;
  return { kind: "answer", asked, status, headers, url, redirects, page: read && pageOf(read), probe, headOnly };
}

const pageOf = ({ title, heading, free, main, markup = "" }: ReadText): PageRead => ({
  title,
  heading,
  free,
  text: main,
  markup,
});

const header = (answer: Fetched, name: string): string => answer.headers[name] ?? "";

/** The media type without parameters; one that says nothing is judged by the first bytes (after the MIME sniffing standard). */
function mediaTypeOf(answer: Fetched): string {
  const declared = header(answer, "content-type").split(";")[0]?.trim().toLowerCase() ?? "";
  const start = new TextDecoder("latin1").decode(answer.body.subarray(0, 512));
  if (start.startsWith("%PDF-")) return "application/pdf";
  if (declared !== "" && declared !== "application/octet-stream") return declared;
  return /^\s*(?:<!doctype html|<html)/iu.test(start) ? "text/html" : declared;
}
