import { createHash } from "node:crypto";
import { WARCParser, WARCRecord, WARCSerializer } from "warcio";

/** One exchange with a server as it is kept; the body stands as it was after decompression, `at` is ISO 8601. */
export type Exchange = {
  url: string;
  finalUrl: string;
  at: string;
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
  /** What is noted beside it: title, media type, the way there. */
  notes: Readonly<Record<string, string>>;
};

/**
 * An exchange as a WARC 1.1 file (ISO 28500:2017): response, request and metadata records, each its own gzip member,
 * with SHA-256 digests of payload and block.
 */
export async function writeWarc(exchange: Exchange): Promise<Uint8Array> {
  const { finalUrl: url, status, body, notes } = exchange;
  const date = `${exchange.at.replace(/\.\d+Z$/u, "Z")}`;
  const response = await WARCRecord.create(
    {
      url,
      date,
      type: "response",
      warcVersion: "WARC/1.1",
      statusline: `HTTP/1.1 ${status} ${phrases[status] ?? "Status"}`,
      httpHeaders: { ...plainHeaders(exchange.headers), "Content-Length": String(body.byteLength) },
    },
    once(body),
  );
  const concerns = response.warcHeader("WARC-Record-ID");
  const also = concerns ? { "WARC-Concurrent-To": concerns } : {};
  const { host, pathname, search } = new URL(url);
  const request = await WARCRecord.create(
    {
      url,
      date,
      type: "request",
      warcVersion: "WARC/1.1",
      warcHeaders: also,
      statusline: `GET ${pathname}${search} HTTP/1.1`,
      httpHeaders: { Host: host },
    },
    once(new Uint8Array()),
  );
  const metadata = await WARCRecord.create(
    {
      url,
      date,
      type: "metadata",
      warcVersion: "WARC/1.1",
      warcHeaders: { ...also, "Content-Type": "application/warc-fields" },
    },
    once(new TextEncoder().encode(fieldsOf({ ...notes, via: exchange.url }))),
  );
  const parts: Uint8Array[] = [];
  for (const record of [response, request, metadata])
    parts.push(await WARCSerializer.serialize(record, { gzip: true, digest: { algo: "sha-256", prefix: "sha256:" } }));
  return Buffer.concat(parts);
}

/** What a WARC file of ours holds, checked against its own payload digest; null when it is not one or does not agree. */
export async function readWarc(
  bytes: Uint8Array,
): Promise<{ url: string; status: number; headers: Record<string, string>; body: Uint8Array; sha256: string } | null> {
  try {
    for await (const record of new WARCParser(once(bytes))) {
      if (record.warcType !== "response") continue;
      const body = await record.readFully(true);
      const sha256 = sha256Of(body);
      const kept = record.warcHeader("WARC-Payload-Digest");
      if (kept !== `sha256:${sha256}`) return null;
      const headers = Object.fromEntries(record.httpHeaders?.headers ?? []);
      return {
        url: record.warcTargetURI ?? "",
        status: Number(record.httpHeaders?.statusCode ?? 0),
        headers,
        body,
        sha256,
      };
    }
    return null;
  } catch {
    return null;
  }
}

/** The SHA-256 of bytes, in hexadecimal digits. */
export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Headers that speak of the transfer, which is over, are left out; the body stands decoded. */
function plainHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const gone = new Set(["content-encoding", "transfer-encoding", "content-length", "connection", "keep-alive"]);
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !gone.has(name.toLowerCase()))
      .map(([name, value]) => [name, value.replace(/[\r\n]+/gu, " ")]),
  );
}

const fieldsOf = (notes: Readonly<Record<string, string>>): string =>
  Object.entries(notes)
    .map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/gu, " ")}\r\n`)
    .join("");

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.byteLength > 0) yield bytes;
}

const phrases: Readonly<Record<number, string>> = {
  200: "OK",
  203: "Non-Authoritative Information",
  206: "Partial Content",
};
