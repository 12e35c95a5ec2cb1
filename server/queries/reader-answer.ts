import { inAscii } from "@/domain/publishing/address";
import { wantedForm } from "./accept";
import { type Encoding, encodings, preferredEncoding } from "./accept-encoding";
import { bearing } from "./bearing";
import { followed } from "./followed";
import { readerPage, type ReaderPage } from "./reader-page";
import { askedPath } from "./reader-path";
import { timegateAnswer, timemapOf } from "./timegate";

/**
 * What a reader is answered: the status, header names and values in turn, and the bytes. Both ways to readers send just
 * this: the front (server/front) and Next's route, which drops Content-Encoding and so is given plain bytes.
 */
export type ReaderAnswer = { status: number; headers: readonly string[]; body: Uint8Array<ArrayBuffer> | null };

/**
 * What an answer depends on, and nothing else: no other header, no cookie and no query changes a byte of it. `accept`
 * only chooses between a page and the same for programs, `acceptDatetime` is only asked at a timegate.
 */
export type Asked = {
  method: string;
  pathname: string;
  acceptEncoding: string | null;
  ifNoneMatch: string | null;
  accept?: string | null;
  acceptDatetime?: string | null;
};

/**
 * Who compresses: `packed` sends the bytes that were compressed at bake; `later` sends plain bytes to something that
 * compresses on the way. Next is of the latter kind: it drops a route handler's Content-Encoding and Content-Length.
 */
export type Compression = "packed" | "later";

/** Answers a reader's GET or HEAD from the baked bytes: the only thing that the public side does. It sets no cookie. */
export async function answerReader(asked: Asked, compression: Compression): Promise<ReaderAnswer> {
  const path = askedPath(asked.pathname);
  if (path.kind === "moved") return redirect(path.to);
  const form = path.kind === "page" ? wantedForm(asked.accept) : null;
  if (path.kind === "page" && form) {
    const shown = await readerPage(path.path + form);
    if (shown.kind === "page" && shown.page.status === 200)
      return chosen(pageAnswer(asked, shown.page, compression), path.path + form);
  }
  const timemap = path.kind === "page" ? timemapOf(path.path) : null;
  const shown = await readerPage(timemap ?? (path.kind === "page" ? path.path : "/404"));
  if (timemap && shown.kind === "page" && shown.page.status === 200)
    return timegateAnswer(Buffer.from(shown.page.body).toString("utf8"), asked.acceptDatetime ?? null);
  if (shown.kind === "away") return away();
  const elsewhere = shown.page.status === 404 && path.kind === "page" ? await followed(path.path, lookUp) : null;
  if (elsewhere?.kind === "moved") return redirect(elsewhere.to);
  return pageAnswer(asked, elsewhere?.page ?? shown.page, compression);
}

/** The page that stands at a path, if one does and somebody can say so now. */
async function lookUp(path: string): Promise<ReaderPage | null> {
  const shown = await readerPage(path);
  return shown.kind === "page" && shown.page.status !== 404 ? shown.page : null;
}

/**
 * An answer that Accept chose, and so no shared cache may keep: what it keeps at this path is the page (RFC 9110, 12.5.5).
 * It says where the same is to be had by everybody.
 */
function chosen({ status, headers, body }: ReaderAnswer, path: string): ReaderAnswer {
  const replaced: Readonly<Record<string, string>> = {
    vary: "Accept, Accept-Encoding",
    "cache-control": "private, no-cache",
  };
  const kept = headers.map((value, at) => (at % 2 === 1 ? (replaced[headers[at - 1] ?? ""] ?? value) : value));
  return { status, headers: [...kept, "content-location", inAscii(path)], body };
}

/** A page as the answer to a request: 304 where the reader has it already (RFC 9110, 13.1.2), else its smallest form. */
export function pageAnswer(asked: Omit<Asked, "pathname">, page: ReaderPage, compression: Compression): ReaderAnswer {
  const wanted = preferredEncoding(asked.acceptEncoding);
  const prepared = preparedOf(page)[compression === "packed" ? wanted : wanted === "identity" ? wanted : "weak"];
  if (page.status === 200 && asked.ifNoneMatch !== null && isKnown(asked.ifNoneMatch, page.etag)) return prepared.known;
  return asked.method === "HEAD" ? prepared.head : prepared.whole;
}

type Prepared = Record<Encoding | "weak", { whole: ReaderAnswer; head: ReaderAnswer; known: ReaderAnswer }>;
const prepared = new WeakMap<ReaderPage, Prepared>();

/** The answers that a page can give, made once for each page that is kept. */
function preparedOf(page: ReaderPage): Prepared {
  const made = prepared.get(page);
  if (made) return made;
  const identity = formOf(page, page.body, "identity");
  const fresh: Prepared = {
    br: page.brotli ? formOf(page, page.brotli, "br") : identity,
    gzip: page.gzip ? formOf(page, page.gzip, "gzip") : identity,
    identity,
    weak: page.gzip ? formOf(page, page.body, "weak") : identity,
  };
  prepared.set(page, fresh);
  return fresh;
}

function formOf(page: ReaderPage, body: ReaderPage["body"], form: Encoding | "weak"): Prepared["br"] {
  const always = [
    ...guards(page.policy, page.forms),
    "etag",
    etagFor(page.etag, form),
    "vary",
    "Accept-Encoding",
    "cache-control",
    page.lasting ? "public, max-age=31536000, immutable" : "public, max-age=0, s-maxage=30, stale-if-error=86400",
    ...(page.location === null ? [] : ["location", page.location]),
    ...page.headers,
  ];
  const encoded = form === "identity" || form === "weak" ? [] : ["content-encoding", form];
  const typed = ["content-type", page.contentType, "content-length", String(body.byteLength), ...encoded];
  const headers = [...always, ...typed];
  return {
    whole: { status: page.status, headers, body },
    head: { status: page.status, headers, body: null },
    known: { status: 304, headers: always, body: null },
  };
}

/**
 * Strong validators differ by encoding (RFC 9110, 8.8.3.3): the encoding's name is added inside the quotes. What is
 * compressed on the way gets a weak one, for then these are not the bytes that arrive.
 */
function etagFor(etag: string, form: Encoding | "weak"): string {
  if (form === "weak") return `W/${etag}`;
  return form === "identity" ? etag : etag.replace(/"$/, `-${form}"`);
}

/** Any encoding of the same bytes will do: what the reader keeps, it can decode. */
function isKnown(header: string, etag: string): boolean {
  if (header.trim() === "*") return true;
  const wanted = etag.slice(1, -1);
  return [...header.matchAll(/(?:W\/)?"([^"]*)"/g)].some(([, tag]) => tag?.replace(suffix, "") === wanted);
}

const suffix = new RegExp(`-(?:${encodings.join("|")})$`);

/**
 * What browsers are told to refuse: scripts but ours where a page asks for it, frames, foreign styles, guessing of types, the
 * referrer's path. Nothing runs that could connect; tools that look a page over ask for robots.txt in its name.
 */
export function guards(policy: string, forms = "'none'"): string[] {
  const words = [
    "default-src 'none'",
    policy,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    `form-action ${forms}`,
  ];
  return ["content-security-policy", [...words, "frame-ancestors 'none'"].filter(Boolean).join("; "), ...bearing()];
}

const redirect = (to: string): ReaderAnswer => ({
  status: 308,
  headers: [...guards(""), "location", to, "cache-control", "public, max-age=0, s-maxage=30", "content-length", "0"],
  body: null,
});

/** What is said in place of a page, in plain words, and kept by nobody. */
const plainly = (status: number, words: string, more: string[] = []): ReaderAnswer => {
  const body = Uint8Array.from(Buffer.from(`${words}\n`));
  const typed = ["content-type", "text/plain; charset=utf-8", "content-length", String(body.byteLength)];
  return { status, headers: [...guards(""), ...typed, "cache-control", "no-store", ...more], body };
};

/** Said while the database is away and this process has never seen the page. */
const away = (): ReaderAnswer =>
  plainly(503, "This page cannot be read just now. Please try again in a minute.", ["retry-after", "30"]);

/** Said to who would change something here, and where we are at fault. */
export const onlyReading = (): ReaderAnswer => plainly(405, "Pages can only be read.", ["allow", "GET, HEAD"]);
export const failed = (): ReaderAnswer => plainly(500, "Something went wrong here. Please try again in a minute.");
