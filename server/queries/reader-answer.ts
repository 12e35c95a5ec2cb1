import { type Encoding, encodings, preferredEncoding } from "./accept-encoding";
import { readerPage, type ReaderPage } from "./reader-page";
import { askedPath } from "./reader-path";

/**
 * What a reader is answered: the status, header names and values in turn, and the bytes. Both ways to readers send just
 * this: the front (server/front) and Next's route, which drops Content-Encoding and so is given plain bytes.
 */
export type ReaderAnswer = { status: number; headers: readonly string[]; body: Uint8Array<ArrayBuffer> | null };

/** What an answer depends on, and nothing else: no other header, no cookie and no query changes a byte of it. */
export type Asked = { method: string; pathname: string; acceptEncoding: string | null; ifNoneMatch: string | null };

/**
 * Who compresses: `packed` sends the bytes that were compressed at bake; `later` sends plain bytes to something that
 * compresses on the way. Next is of the latter kind: it drops a route handler's Content-Encoding and Content-Length.
 */
export type Compression = "packed" | "later";

/** Answers a reader's GET or HEAD from the baked bytes: the only thing that the public side does. It sets no cookie. */
export async function answerReader(asked: Asked, compression: Compression): Promise<ReaderAnswer> {
  const path = askedPath(asked.pathname);
  if (path.kind === "moved") return redirect(path.to);
  const shown = await readerPage(path.kind === "page" ? path.path : "/404");
  return shown.kind === "away" ? away : pageAnswer(asked, shown.page, compression);
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
  const fresh: Prepared = {
    br: formOf(page, page.brotli, "br"),
    gzip: formOf(page, page.gzip, "gzip"),
    identity: formOf(page, page.body, "identity"),
    weak: formOf(page, page.body, "weak"),
  };
  prepared.set(page, fresh);
  return fresh;
}

function formOf(page: ReaderPage, body: ReaderPage["body"], form: Encoding | "weak"): Prepared["br"] {
  const always = [
    ...guards(page),
    "etag",
    etagFor(page.etag, form),
    "vary",
    "Accept-Encoding",
    "cache-control",
    "public, max-age=0, s-maxage=30, stale-if-error=86400",
    ...(page.location === null ? [] : ["location", page.location]),
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

/** What browsers are told to refuse: scripts, frames, foreign styles, guessing of types, the referrer's path. */
export function guards(page: Pick<ReaderPage, "policy">): string[] {
  const policy = ["default-src 'none'", page.policy, "img-src 'self' data:", "base-uri 'none'", "form-action 'self'"];
  return [
    "content-security-policy",
    [...policy, "frame-ancestors 'none'"].filter(Boolean).join("; "),
    "x-content-type-options",
    "nosniff",
    "referrer-policy",
    "strict-origin-when-cross-origin",
    "cross-origin-opener-policy",
    "same-origin",
    "cross-origin-resource-policy",
    "same-origin",
    "permissions-policy",
    "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    ...secure(),
  ];
}

/** Whether the site is one of https is its own setting; a header of the request could be anybody's. */
const secure = (): string[] =>
  process.env["SITE_URL"]?.startsWith("https:") ? ["strict-transport-security", "max-age=31536000"] : [];

const redirect = (to: string): ReaderAnswer => ({
  status: 308,
  headers: ["location", to, "cache-control", "public, max-age=0, s-maxage=30", "content-length", "0"],
  body: null,
});

/** Said in plain words while the database is away and this process has never seen the page. */
const sorry = Uint8Array.from(Buffer.from("This page cannot be read just now. Please try again in a minute.\n"));
const away: ReaderAnswer = {
  status: 503,
  headers: [
    "content-type",
    "text/plain; charset=utf-8",
    "content-length",
    String(sorry.byteLength),
    "retry-after",
    "30",
    "cache-control",
    "no-store",
    "x-content-type-options",
    "nosniff",
  ],
  body: sorry,
};
