import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import type { Site, SiteAnswer } from "@/server/testing/internet/site";

/**
 * Small bodies that unpack to 100 MB, as /gzip, /br, /deflate, /raw-deflate, and one packed twice, as /twice; and at
 * /hollow an endless one that unpacks to nothing.
 */
export const bomb: Site = {
  host: "bomb.example",
  answer: ({ url }): SiteAnswer => {
    if (url.pathname === "/hollow")
      return { headers: { "content-type": "text/html", "content-encoding": "gzip" }, chunks: hollow() };
    const make = bombs[url.pathname.slice(1)];
    if (make === undefined) return { status: 404 };
    packed[url.pathname] ??= make();
    const { encoding, body } = packed[url.pathname] as Packed;
    return { headers: { "content-type": "text/html", "content-encoding": encoding }, body };
  },
};

type Packed = { encoding: string; body: Uint8Array };
const packed: Record<string, Packed> = {};
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);

/** A gzip file may consist of many (RFC 1952, 2.2), so that packing one megabyte is enough. */
function packedGzip(): Uint8Array {
  const member = gzipSync(zeros(1));
  return Buffer.concat(Array.from({ length: 100 }, () => member));
}

const bombs: Record<string, () => Packed> = {
  gzip: () => ({ encoding: "gzip", body: packedGzip() }),
  br: () => ({
    encoding: "br",
    body: brotliCompressSync(zeros(100), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  }),
  deflate: () => ({ encoding: "deflate", body: deflateSync(zeros(100), { level: 1 }) }),
  "raw-deflate": () => ({ encoding: "deflate", body: deflateRawSync(zeros(100), { level: 1 }) }),
  twice: () => ({ encoding: "gzip, gzip", body: gzipSync(packedGzip()) }),
};

/** Gzip members (RFC 1952) with nothing in them, one after the other. */
async function* hollow(): AsyncGenerator<Uint8Array> {
  const members = Buffer.concat(Array.from({ length: 3_000 }, () => gzipSync("")));
  for (;;) yield members;
}
