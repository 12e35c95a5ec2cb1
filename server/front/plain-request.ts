/** What the plainest request asks: a path in origin form, and the headers that an answer depends on. */
export type PlainRequest = {
  method: "GET" | "HEAD";
  target: string;
  acceptEncoding: string | null;
  ifNoneMatch: string | null;
  accept: string | null;
  acceptDatetime: string | null;
};

/** Past this many bytes nobody's request is plain. */
const longest = 4096;

/**
 * Reads a request that is plain beyond doubt: one whole GET or HEAD of HTTP/1.1 (RFC 9112), in ASCII, with one Host, no
 * header twice, and none that speaks of bodies, connections or expectations, but that the connection is kept, which is
 * said by browsers and goes without saying. Null for all else, which Node's parser reads.
 */
export function readPlainRequest(chunk: Buffer): PlainRequest | null {
  if (chunk.length > longest) return null;
  const text = chunk.toString("latin1");
  if (!text.endsWith("\r\n\r\n") || text.indexOf("\r\n\r\n") !== text.length - 4) return null;
  const [, method, target] = requestLine.exec(text) ?? [];
  if ((method !== "GET" && method !== "HEAD") || target === undefined) return null;
  const headers = headersOf(text);
  if (!headers?.has("host")) return null;
  return {
    method,
    target,
    acceptEncoding: headers.get("accept-encoding") ?? null,
    ifNoneMatch: headers.get("if-none-match") ?? null,
    accept: headers.get("accept") ?? null,
    acceptDatetime: headers.get("accept-datetime") ?? null,
  };
}

/** Whether these bytes may yet become a plain request, when more of them come. */
export function isBegun(chunk: Buffer): boolean {
  if (chunk.length > longest || chunk.includes("\r\n\r\n")) return false;
  return begun.test(chunk.toString("latin1"));
}

const begun = /^(?:GET |HEAD |(?:G|GE|GET|H|HE|HEA|HEAD)$)(?:[^\r\n]|\r\n)*\r?$/;
const requestLine = /^(GET|HEAD) (\/[!-~]*) HTTP\/1\.1\r\n/;
/** Any of these changes how a message is framed, or what becomes of the connection: not ours to read. */
const framing = new Set([
  "connection",
  "content-length",
  "expect",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

const kept = "connection: keep-alive";

function headersOf(text: string): Map<string, string> | null {
  const headers = new Map<string, string>();
  for (let at = text.indexOf("\r\n") + 2; at < text.length - 2; ) {
    const end = text.indexOf("\r\n", at);
    const colon = text.indexOf(":", at);
    const name = colon === -1 || colon > end ? "" : text.slice(at, colon).toLowerCase();
    const value = text.slice(colon + 1, end).trim();
    if (!token.test(name) || !visible.test(value) || headers.has(name)) return null;
    if (framing.has(name) && `${name}: ${value.toLowerCase()}` !== kept) return null;
    headers.set(name, value);
    at = end + 2;
  }
  return headers;
}

const token = /^[a-z0-9-]+$/;
const visible = /^[ -~]*$/;
