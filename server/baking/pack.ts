import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { sha256 } from "@/server/db/digest";

/** A page before it is packed: where it is served, what it shows, and its text. */
export type DrawnPage = {
  path: string;
  kind: "article" | "edition" | "list" | "feed" | "sitemap" | "asset" | "notice";
  articleId: string | null;
  editionId: string | null;
  status: number;
  contentType: string;
  text: string;
  /** Headers of its own: names and values in turn. */
  headers?: readonly string[];
  /** What is not text: an image, a file that is packed already. Then `text` is empty. */
  bytes?: Uint8Array<ArrayBuffer>;
  /** Set where the status is one that leads elsewhere: a path of this site. */
  location?: string;
};

/** The bytes that are served: as they are, in gzip (RFC 1952) and in brotli (RFC 7932), and their strong ETag. */
export type Packed = {
  etag: string;
  body: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer>;
  brotli: Uint8Array<ArrayBuffer>;
};
export type BakedPage = Omit<DrawnPage, "text" | "bytes" | "headers" | "location"> & {
  headers: string[];
  location: string | null;
} & Packed;

const zip = promisify(gzip);
const brotli = promisify(brotliCompress);

/** Past this size the last steps of brotli take seconds and save little. */
const large = 128 * 1024;

/**
 * How hard to try: an article's page is asked for most, lists and older editions change with every publication, what is asked
 * for seldom is compressed quickly, and what is packed already gets no smaller. Whoever publishes waits for it, and the last
 * step of brotli takes three times as long for three bytes in a hundred.
 */
type Effort = "full" | "some" | "quick" | "none";
const brotliQuality: Record<Effort, number> = { full: 10, some: 7, quick: 5, none: 0 };
const gzipLevel: Record<Effort, number> = { full: 9, some: 6, quick: 6, none: 0 };

/** Compresses as far as is worth it, off the main thread: it is done once and served many times. */
export async function pack(body: Uint8Array, asked: Effort = "full"): Promise<Packed> {
  const effort = asked === "full" && body.byteLength > large ? "some" : asked;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality[effort],
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
  };
  const [gzipped, brotlied] = await Promise.all([zip(body, { level: gzipLevel[effort] }), brotli(body, { params })]);
  return {
    etag: etagOf(body),
    body: Uint8Array.from(body),
    gzip: Uint8Array.from(gzipped),
    brotli: Uint8Array.from(brotlied),
  };
}

/** Drawn pages with their bytes; pages of one text are packed once. */
export async function packAll(pages: readonly DrawnPage[]): Promise<BakedPage[]> {
  const done = new Map<string | Uint8Array, Promise<Packed>>();
  return Promise.all(
    pages.map(async ({ text, bytes, headers = [], location = null, ...page }) => {
      const packed =
        done.get(bytes ?? text) ?? (bytes ? pack(bytes, "none") : pack(encoder.encode(text), effortFor(page.kind)));
      done.set(bytes ?? text, packed);
      return { ...page, headers: [...headers], location, ...(await packed) };
    }),
  );
}

/** The permanent page of the latest edition has the text of the article's own, and so its bytes. */
function effortFor(kind: DrawnPage["kind"]): Effort {
  if (kind === "asset") return "quick";
  return kind === "article" ? "full" : "some";
}

/** The strong validator (RFC 9110, 8.8.3) of a page's plain bytes: half of a SHA-256, quoted. */
export const etagOf = (body: Uint8Array | string): string => `"${sha256(body).slice(0, 32)}"`;

const encoder = new TextEncoder();
