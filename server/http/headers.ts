import type { FetchOptions } from "./fetch";

/** The headers of a request. What would carry an identity, a trail or another framing is not sent, whoever asks. */
export function requestHeaders(host: string, agent: string, options: FetchOptions): Record<string, string> {
  const { accept = [], headers = {}, etag, lastModified } = options;
  const given = Object.entries(headers).filter(
    ([name, value]) => form.test(name) && !never.test(name) && isText(value),
  );
  return {
    accept: accept.length === 0 ? "*/*" : accept.join(", "),
    ...Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), value])),
    ...(etag && isText(etag) ? { "if-none-match": etag } : {}),
    ...(lastModified && isText(lastModified) ? { "if-modified-since": lastModified } : {}),
    "accept-encoding": "gzip, deflate, br",
    connection: "close",
    host,
    "user-agent": agent,
  };
}

/** An answer's headers, given as name, value, name, value, by name in small letters; cookies are left out. */
export function answerHeaders(raw: readonly string[]): Record<string, string> {
  const named = new Map<string, string>();
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? "").toLowerCase();
    if (name === "set-cookie" || name === "__proto__") continue;
    const before = named.get(name);
    const value = text(raw[at + 1] ?? "");
    named.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(named);
}

const form = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
const never =
  /^(authorization|connection|content-length|cookie2?|expect|forwarded|from|host|keep-alive|origin|proxy-.*|range|referer|te|trailer|transfer-encoding|upgrade|user-agent|accept-encoding|x-forwarded-.*)$/i;
const isText = (value: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(value);

/** Headers are ASCII by the book and come as Latin-1; what is UTF-8 in truth, as it is met in the wild, is read so. */
function text(value: string): string {
  if (/^[\x00-\x7f]*$/.test(value)) return value;
  try {
    return utf8.decode(Buffer.from(value, "latin1"));
  } catch {
    return value;
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });
