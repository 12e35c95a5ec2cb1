import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import type { Site, SiteAnswer } from "@/server/testing/internet/site";

/** Small bodies that unpack to 100 MB, as /gzip, /br, /deflate, /raw-deflate, and one packed twice, as /twice. */
export const bomb: Site = {
  host: "bomb.example",
  answer: ({ url }): SiteAnswer => {
    const make = bombs[url.pathname.slice(1)];
    if (make === undefined) return { status: 404 };
    packed[url.pathname] ??= make();
    const { encoding, body } = packed[url.pathname] as Packed;
    return { headers: { "content-type": "text/html", "content-encoding": encoding }, body };
  },
};

type Packed = { encoding: string; body: Uint8Array };
const packed: Record<string, Packed> = {};
const zeros = () => new Uint8Array(100 * 1024 * 1024);

const bombs: Record<string, () => Packed> = {
  gzip: () => ({ encoding: "gzip", body: gzipSync(zeros()) }),
  br: () => ({
    encoding: "br",
    body: brotliCompressSync(zeros(), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  }),
  deflate: () => ({ encoding: "deflate", body: deflateSync(zeros()) }),
  "raw-deflate": () => ({ encoding: "deflate", body: deflateRawSync(zeros()) }),
  twice: () => ({ encoding: "gzip, gzip", body: gzipSync(gzipSync(zeros())) }),
};
