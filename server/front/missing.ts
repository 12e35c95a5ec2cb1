import { readMissed } from "@/domain/publishing/near";
import { drawMissing } from "@/server/baking/draw-missing";
import { KeptPages } from "@/server/queries/kept-pages";
import { nearest } from "@/server/queries/near";
import {
  type Asked,
  answerReader,
  type Compression,
  pageAnswer,
  type ReaderAnswer,
} from "@/server/queries/reader-answer";
import { knownFor, newsHeard, pageFrom, type ReaderPage } from "@/server/queries/reader-page";
import { askedPath } from "@/server/queries/reader-path";
import { readersSite } from "@/server/queries/readers-site";
import { sharedWork } from "@/server/queries/shared-work";
import { turns } from "./turns";

/**
 * Answers a reader from the baked bytes, at both doors; where there is no page, by a 404 page that names what is published
 * near to that address, if anything is. Where nothing is, or too many ask, it is the baked one.
 */
export async function answerPath(asked: Asked, compression: Compression): Promise<ReaderAnswer> {
  const answer = await answerReader(asked, compression);
  if (answer.status !== 404) return answer;
  const path = askedPath(asked.pathname);
  const page = path.kind === "page" ? await pageOfNear(path.path).catch(() => null) : null;
  return page ? pageAnswer(asked, page, compression) : answer;
}

/**
 * In each thread one address is looked up at a time, of the few connections that readers have, and so many in a second: what a
 * flood of addresses that nobody has costs is no more than that.
 */
const inTurn = turns({ atOnce: 1, mostWaiting: 3 });
const inASecond = 10;
let begun: number[] = [];

/** What was found lately, for an address that many ask for: kept apart, so that no page that there is goes for it. */
type Kept = { page: ReaderPage | null; at: number; heard: number | null };
const lately = new KeptPages<Kept>(1024 * 1024, ({ page }) => 500 + (page ? 3 * page.body.length : 0));
const once = sharedWork<ReaderPage | null>();

async function pageOfNear(path: string): Promise<ReaderPage | null> {
  const kept = lately.get(path);
  if (kept && kept.heard !== null && kept.heard === newsHeard() && Date.now() - kept.at <= knownFor) return kept.page;
  return once(path, () => look(path));
}

async function look(path: string): Promise<ReaderPage | null> {
  const missed = readMissed(path);
  if (!missed || !isAllowed(Date.now())) return null;
  return inTurn(async () => {
    const before = { at: Date.now(), heard: newsHeard() };
    const near = await nearest(missed);
    const page = near.length > 0 ? pageOf(await drawMissing({ site: await readersSite(), near })) : null;
    lately.set(path, { page, ...before });
    return page;
  });
}

function isAllowed(now: number): boolean {
  begun = begun.filter((at) => now - at < 1_000);
  if (begun.length >= inASecond) return false;
  begun.push(now);
  return true;
}

const pageOf = (packed: Awaited<ReturnType<typeof drawMissing>>): ReaderPage =>
  pageFrom({ ...packed, status: 404, content_type: "text/html; charset=utf-8", location: null, headers: [] });
