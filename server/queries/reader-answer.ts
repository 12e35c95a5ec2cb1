import { type Encoding, preferredEncoding } from "./accept-encoding";
import { readerPage, type ReaderPage } from "./reader-page";
import { askedPath } from "./reader-path";

/**
 * Who compresses: `packed` sends the bytes that were compressed at bake; `later` sends plain bytes to something that
 * compresses on the way. Next is of the latter kind: it drops a route handler's Content-Encoding and Content-Length.
 */
export type Compression = "packed" | "later";

/** Answers a reader's GET or HEAD from the baked bytes: the only thing that the public side does. It sets no cookie. */
export async function answerReader(request: Request, compression: Compression): Promise<Response> {
  const url = new URL(request.url);
  const asked = askedPath(url.pathname);
  if (asked.kind === "moved") return redirect(asked.to);
  const shown = await readerPage(asked.kind === "page" ? asked.path : "/404");
  return shown.kind === "away"
    ? away()
    : pageAnswer(request, shown.page, { compression, secure: url.protocol === "https:" });
}

/** A page as the answer to a request: 304 where the reader has it already (RFC 9110, 13.1.2), else its smallest form. */
export function pageAnswer(request: Request, page: ReaderPage, { compression, secure }: Manner): Response {
  const wanted = preferredEncoding(request.headers.get("accept-encoding"));
  const encoding = compression === "packed" ? wanted : "identity";
  const headers = new Headers({
    ...guards(page, secure),
    etag: wanted === encoding ? etagFor(page.etag, encoding) : `W/${page.etag}`,
    vary: "Accept-Encoding",
    "cache-control": "public, max-age=0, s-maxage=30, stale-if-error=86400",
  });
  if (page.status === 200 && isKnown(request.headers.get("if-none-match"), page.etag))
    return new Response(null, { status: 304, headers });
  const bytes = { br: page.brotli, gzip: page.gzip, identity: page.body }[encoding];
  headers.set("content-type", page.contentType);
  headers.set("content-length", String(bytes.byteLength));
  if (encoding !== "identity") headers.set("content-encoding", encoding);
  return new Response(request.method === "HEAD" ? null : bytes, { status: page.status, headers });
}

type Manner = { compression: Compression; secure: boolean };

/**
 * Strong validators differ by encoding (RFC 9110, 8.8.3.3): the encoding's name is added inside the quotes. What is
 * compressed on the way gets a weak one, for then these are not the bytes that arrive.
 */
const etagFor = (etag: string, encoding: Encoding): string =>
  encoding === "identity" ? etag : etag.replace(/"$/, `-${encoding}"`);

/** Any encoding of the same bytes will do: what the reader keeps, it can decode. */
function isKnown(header: string | null, etag: string): boolean {
  if (header === null) return false;
  if (header.trim() === "*") return true;
  const wanted = etag.slice(1, -1);
  return [...header.matchAll(/(?:W\/)?"([^"]*)"/g)].some(([, tag]) => tag?.replace(/-(?:br|gzip)$/, "") === wanted);
}

/** What browsers are told to refuse: scripts, frames, foreign styles, guessing of types, the referrer's path. */
function guards(page: ReaderPage, secure: boolean): Record<string, string> {
  const policy = ["default-src 'none'", page.policy, "img-src 'self' data:", "base-uri 'none'", "form-action 'none'"];
  return {
    "content-security-policy": [...policy, "frame-ancestors 'none'"].filter(Boolean).join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    ...(secure && { "strict-transport-security": "max-age=31536000" }),
  };
}

const redirect = (to: string): Response =>
  new Response(null, { status: 308, headers: { location: to, "cache-control": "public, max-age=0, s-maxage=30" } });

/** Said in plain words while the database is away and this process has never seen the page. */
const away = (): Response =>
  new Response("This page cannot be read just now. Please try again in a minute.\n", {
    status: 503,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "retry-after": "30",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
