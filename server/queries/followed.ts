import { inAscii } from "@/domain/publishing/address";
import type { ReaderPage } from "./reader-page";
import { timemapOf } from "./timegate";

/** What answers at a path with no page of its own: the way to where it is now, as a path for headers, or what is gone. */
export type Followed = { kind: "moved"; to: string } | { kind: "gone"; page: ReaderPage };

type Look = (path: string) => Promise<ReaderPage | null>;

/**
 * Follows a path whose article or topic is known by another address now: what stands beside a page (its forms for programs,
 * its timemap, the form for reports, a topic's feeds and older pages) moves with it, and an edition is found under every
 * slug of its article, though its page stays where it was published. Null where there is nothing to follow.
 */
export async function followed(path: string, look: Look): Promise<Followed | null> {
  const [, head, rest] = beside.exec(path) ?? [];
  if (head === undefined || rest === undefined) return null;
  const page = await look(head);
  if (page?.status === 410) return { kind: "gone", page };
  const now = page?.status === 308 ? decodeURI(page.location ?? "") : page?.status === 200 ? head : null;
  if (now === null) return null;
  const to = await movedTo(now, rest, look);
  if (to !== null && to !== path && (await look(timemapOf(to) ?? to))?.status === 200) return moved(to);
  return now !== head && isOlderPage.test(path) ? moved(now) : null;
}

const moved = (to: string): Followed => ({ kind: "moved", to: inAscii(to) });

/** A page that can move, and what stands beside it: behind a slash or, of an article, a dot. */
const beside = /^(\/topics\/[^/]+|\/[^/.]+)([/.].+)$/;
/** An older page of a topic: where the topic that it was merged into has none of that number, its own page will do. */
const isOlderPage = /^\/topics\/[^/]+\/\d+$/;
const ofEdition = /^(\/editions\/\d+)(.*)$/;

/** Where what is beside a page stands now: beside its present address, and an edition where its article's timemap has it. */
async function movedTo(now: string, rest: string, look: Look): Promise<string | null> {
  const [, edition, more] = ofEdition.exec(rest) ?? [];
  if (edition === undefined) return now + rest;
  const timemap = await look(`${now}/timemap`);
  if (timemap?.status !== 200) return null;
  const text = Buffer.from(timemap.body).toString("utf8");
  const slug = new RegExp(`/([^/>]+)${edition}>`).exec(text)?.[1];
  return slug === undefined ? null : `/${slug}${edition}${more}`;
}
