import { createHash } from "node:crypto";
import { KeptPages } from "./kept-pages";
import { readerPool } from "@/server/db/reader-pool";

/** A baked page as it is served. `policy` is the Content-Security-Policy's word on its styles. */
export type ReaderPage = {
  status: number;
  contentType: string;
  etag: string;
  body: Bytes;
  gzip: Bytes;
  brotli: Bytes;
  policy: string;
};
type Bytes = Uint8Array<ArrayBuffer>;

/** What a path shows: a page (which may be the 404 page), or that neither the database nor memory can say. */
export type Shown = { kind: "page"; page: ReaderPage; stale: boolean } | { kind: "away" };

/**
 * The page at a path, or the 404 page. The database is asked each time whether the bytes in memory are still the ones;
 * it sends them only if not. While it is away, the last bytes that were good are shown.
 */
export async function readerPage(path: string): Promise<Shown> {
  try {
    const page = (await current(path)) ?? (await current(notFound));
    return { kind: "page", page: page ?? bare404, stale: false };
  } catch (error) {
    const page = kept.get(path);
    console.error(`The readers' database did not answer${page ? "; served from memory" : ""}:`, String(error));
    return page ? { kind: "page", page, stale: true } : { kind: "away" };
  }
}

const notFound = "/404";
const kept = new KeptPages<ReaderPage>(
  32 * 1024 * 1024,
  (page) => page.body.length + page.gzip.length + page.brotli.length,
);

async function current(path: string): Promise<ReaderPage | null> {
  const known = kept.get(path);
  const { rows } = await readerPool().query<Row>({
    name: "reader-page",
    text: lookUp,
    values: [path, known?.etag ?? ""],
  });
  const [row] = rows;
  if (!row) {
    kept.delete(path);
    return null;
  }
  // No bytes come back only for the validator that was sent, which is the kept page's.
  const page = row.body ? pageFrom(row, row.body) : known;
  if (page) kept.set(path, page);
  return page ?? null;
}

type Row = { status: number; content_type: string; etag: string; body: Buffer | null; gzip: Buffer; brotli: Buffer };

const lookUp = `
  select status, content_type, etag,
         case when etag = $2 then null else body end as body,
         case when etag = $2 then null else gzip end as gzip,
         case when etag = $2 then null else brotli end as brotli
  from page where path = $1`;

function pageFrom({ status, content_type, etag, gzip, brotli }: Row, body: Buffer): ReaderPage {
  return {
    status,
    contentType: content_type,
    etag,
    body: Uint8Array.from(body),
    gzip: Uint8Array.from(gzip),
    brotli: Uint8Array.from(brotli),
    policy: stylePolicy(body.toString("utf8")),
  };
}

/** The one stylesheet stands in the page: the policy names its hash (CSP 3), so no other style is let in. */
function stylePolicy(text: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1];
  if (style === undefined) return "";
  return `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`;
}

/** What is said before anything was ever baked. */
const plain = Uint8Array.from(Buffer.from("There is no page at this address.\n"));
const bare404: ReaderPage = {
  status: 404,
  contentType: "text/plain; charset=utf-8",
  etag: '"none"',
  body: plain,
  gzip: plain,
  brotli: plain,
  policy: "",
};
