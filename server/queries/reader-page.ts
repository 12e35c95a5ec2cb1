import { createHash } from "node:crypto";
import { listen } from "@/server/db/listen";
import { readerPool } from "@/server/db/reader-pool";
import { makeComplain } from "./complain";
import { KeptPages } from "./kept-pages";
import { askedPicture, readerPicture } from "./reader-picture";
import { sharedWork } from "./shared-work";

/** A baked page as it is served. `policy` and `forms` are the Content-Security-Policy's words on its styles and forms. */
export type ReaderPage = {
  status: number;
  contentType: string;
  /** Where a page that leads elsewhere leads to; null for all others. */
  location: string | null;
  etag: string;
  body: Bytes;
  /** Null for what is as small as it gets, as pictures are. */
  gzip: Bytes | null;
  brotli: Bytes | null;
  policy: string;
  forms: "'none'" | "'self'";
  /** Headers of its own: names and values in turn. */
  headers: string[];
  /** Whether its address names its bytes, so that it may be kept for ever. */
  lasting?: boolean;
};
type Bytes = Uint8Array<ArrayBuffer>;

/** What a path shows: a page (which may be the 404 page), or that neither the database nor memory can say. */
export type Shown = { kind: "page"; page: ReaderPage; stale: boolean } | { kind: "away" };

/**
 * How long memory is believed without asking the database, in milliseconds: past `believedFor` the bytes are still shown but
 * asked about meanwhile; past `knownFor` the answer is waited for. News of a change comes sooner, and memory is believed only
 * while news can be heard.
 */
const believedFor = 500;
export const knownFor = 1_500;

/** The page of a path from memory alone, if what memory has is recent; null when the database has to be asked first. */
export function rememberedPage(path: string, now: number): ReaderPage | null {
  const kept = hearing === "on" ? pages.get(path) : undefined;
  if (!kept) return null;
  const age = now - kept.verifiedAt;
  if (age > knownFor) return null;
  if (age > believedFor) void verify(path).catch(() => undefined);
  return kept.page;
}

/**
 * The page at a path, or the 404 page. The database is asked whether the bytes in memory are still the ones and sends
 * them only if not. While it is away, the last bytes that were good are shown.
 */
export async function readerPage(path: string): Promise<Shown> {
  void hearNews();
  const recent = rememberedPage(path, Date.now());
  if (recent) return { kind: "page", page: recent, stale: false };
  try {
    const page = (await verify(path)) ?? rememberedPage(notFound, Date.now()) ?? (await verify(notFound));
    return { kind: "page", page: page ?? bare404, stale: false };
  } catch (error) {
    const kept = pages.get(path);
    complain(error, kept !== undefined);
    // Asked again in a while, so that readers need not wait for a database that is away.
    if (kept) kept.verifiedAt = Date.now();
    return kept ? { kind: "page", page: kept.page, stale: true } : { kind: "away" };
  }
}

let hearing: "off" | "opening" | "on" = "off";
let stop: (() => void) | null = null;

/** Begins to hear of pages that were written or taken away, once; tried again with the next request if it fails. */
async function hearNews(): Promise<void> {
  if (hearing !== "off") return;
  hearing = "opening";
  try {
    stop = await listen("imprimatur_pages", { hear: doubt, resumed: doubtAll });
    hearing = "on";
  } catch (error) {
    hearing = "off";
    complain(error, false);
  }
}

/** Ends the connection that hears of pages, for a process that is about to end. */
export function stopHearing(): void {
  stop?.();
  stop = null;
  hearing = "off";
}

/** A page that was written or taken away is asked for anew before it is shown again. */
function doubt(path: string): void {
  news += 1;
  const kept = pages.get(path);
  if (kept) kept.verifiedAt = 0;
}

/** News may have been missed. */
function doubtAll(): void {
  news += 1;
  for (const kept of pages.values()) kept.verifiedAt = 0;
}

const notFound = "/404";

type Kept = { page: ReaderPage; verifiedAt: number };
const megabytes = Number(process.env["READER_MEMORY"]) || 128;
const pages = new KeptPages<Kept>(
  megabytes * 1024 * 1024,
  ({ page: { body, gzip, brotli } }) => body.length + (gzip?.length ?? 0) + (brotli?.length ?? 0) + 2_000,
);

/** Counts what was heard; an answer that was asked for before the last news proves nothing. */
let news = 0;

/** How much was heard so far: while it is the same nothing readers see has changed. Null while nothing can be heard. */
export const newsHeard = (): number | null => (hearing === "on" ? news : null);

const once = sharedWork<ReaderPage | null>();

/** Asks the database for a path, once at a time; null when it has no page there. */
const verify = (path: string): Promise<ReaderPage | null> => once(path, () => ask(path));

async function ask(path: string): Promise<ReaderPage | null> {
  const kept = pages.get(path)?.page ?? null;
  const heard = news;
  const picture = askedPicture(path);
  const page = await (picture ? readerPicture(picture, kept) : bakedPage(path, kept));
  if (page) pages.set(path, { page, verifiedAt: heard === news ? Date.now() : 0 });
  else pages.delete(path);
  return page;
}

async function bakedPage(path: string, kept: ReaderPage | null): Promise<ReaderPage | null> {
  const { rows } = await readerPool().query<Row>({
    name: "reader-page",
    text: lookUp,
    values: [path, kept?.etag ?? "", kept?.status ?? 0, kept?.headers ?? []],
  });
  const [row] = rows;
  if (!row) return null;
  // No bytes come back only for the validator that was sent, which is the kept page's.
  return row.body ? { ...pageFrom({ ...row, body: row.body }), lasting: path.startsWith("/assets/house-") } : kept;
}

type Row = {
  headers: string[];
  status: number;
  content_type: string;
  location: string | null;
  etag: string;
  body: Buffer | null;
  gzip: Buffer;
  brotli: Buffer;
};
type Whole = Omit<Row, "body" | "gzip" | "brotli"> & Record<"body" | "gzip" | "brotli", Uint8Array>;

const lookUp = `
  select status, content_type, location, etag, headers,
         case when same then null else body end as body,
         case when same then null else gzip end as gzip,
         case when same then null else brotli end as brotli
  from page, lateral (select etag = $2 and status = $3 and headers = $4 as same) as known
  where path = $1`;

/** A page as it is served, from all that is stored of one. */
export function pageFrom(row: Whole): ReaderPage {
  const { status, content_type, location, etag, headers, body, gzip, brotli } = row;
  const text = content_type.startsWith("text/html") ? Buffer.from(body).toString("utf8") : "";
  return {
    status,
    contentType: content_type,
    location,
    etag,
    body: Uint8Array.from(body),
    gzip: Uint8Array.from(gzip),
    brotli: Uint8Array.from(brotli),
    policy: policyOf(text),
    // Only our own templates can make a form, and each of ours leads to this site.
    forms: /<form\b/.test(text) ? "'self'" : "'none'",
    headers,
  };
}

/**
 * The one stylesheet stands in the page: the policy names its hash (CSP 3), so no other style is let in; a font only where it
 * asks for one. A page that asks for our script may run files of this site and nothing that stands in the page, and no text
 * can become a script or markup (Trusted Types).
 */
export function policyOf(text: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1];
  if (style === undefined) return "";
  const font = style.includes("@font-face") ? "; font-src 'self'" : "";
  const script = asksForScript.test(text) ? "; script-src 'self'; require-trusted-types-for 'script'" : "";
  return `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'${font}${script}`;
}

/** Only our own templates can make a script element: of all other text the `<` is escaped. */
const asksForScript = /<script src="\/assets\/house-notes-\w+\.js"/;

const say = makeComplain();
const complain = (error: unknown, served: boolean): void =>
  say(`The readers' database did not answer${served ? "; served from memory" : ""}: ${String(error)}`);

/** What is said before anything was ever baked. */
const plain = Uint8Array.from(Buffer.from("There is no page at this address.\n"));
const bare404: ReaderPage = {
  status: 404,
  contentType: "text/plain; charset=utf-8",
  location: null,
  etag: '"none"',
  body: plain,
  gzip: plain,
  brotli: plain,
  policy: "",
  forms: "'none'",
  headers: [],
};
