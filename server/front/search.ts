import { drawSearch } from "@/server/baking/draw-search";
import { guards, type ReaderAnswer } from "@/server/queries/reader-answer";
import { policyOf } from "@/server/queries/reader-page";
import { search, searchAround, searchesAtOnce } from "@/server/queries/search";
import type { Found } from "@/domain/publishing/found";
import { turns } from "./turns";

export const searchPath = "/search";

/** So many searches may wait in each thread; more are told that it is busy. */
const inTurn = turns({ atOnce: searchesAtOnce, mostWaiting: 30 });
let lastAround: Awaited<ReturnType<typeof searchAround>> | null = null;
const lastPage = 10;

/**
 * Answers a reader's search, which is drawn when it is asked for. It depends on `q`, `lang`
 * and `page` of the query alone, and no cache keeps it. A flood of searches does not come in the way of the baked pages.
 */
export async function answerSearch(method: string, target: string): Promise<ReaderAnswer> {
  const given = new URL(target, "http://reader.invalid").searchParams;
  const page = /^[1-9]\d?$/.test(given.get("page") ?? "") ? Math.min(Number(given.get("page")), lastPage) : 1;
  const asked = { q: given.get("q") ?? "", lang: given.get("lang") ?? "", page };
  const { around, found } = await inTurn(async () => {
    lastAround = await searchAround();
    return { around: lastAround, found: await search(asked, lastAround.languages) };
  }).catch(async () => ({ around: lastAround ?? (await searchAround()), found: busy(asked.q) }));
  const text = await drawSearch({ ...around, found });
  const body = Uint8Array.from(Buffer.from(text));
  const status = found.kind === "busy" ? 503 : 200;
  const headers = [
    ...guards(policyOf(text), "'self'"),
    "content-type",
    "text/html; charset=utf-8",
    "content-length",
    String(body.byteLength),
    "cache-control",
    "no-store",
    "x-robots-tag",
    "noindex",
    ...(status === 503 ? ["retry-after", "30"] : []),
  ];
  return { status, headers, body: method === "HEAD" ? null : body };
}

const busy = (q: string): Found => ({ kind: "busy", query: q.slice(0, 200), language: null });
