import { SourceId } from "@/domain/ids";
import type { CheckingSettings } from "@/domain/source/checking-settings";
import { look, type Manners, type Seen } from "@/server/checking/look";
import { sleep } from "@/server/checking/sleep";
import { sha256Of, writeWarc } from "@/server/checking/warc";
import { db } from "@/server/db";
import type { Keepable } from "@/server/db/keep-capture";
import type { Claimed } from "@/server/db/link-queue";
import type { Fetch } from "@/server/http/fetch";
import { crawlDelayMs, mayFetch, readRobots } from "@/server/http/robots";

/** What a look brought home: what was seen, what is to be kept of it, and how its host wants to be treated. */
export type Brought = { seen: Seen; keepable: Keepable | null; at: Date; crawlDelayMs: number | null };

/** Looks at a claimed address, the network's part: nothing is written but what the host's robots.txt said. */
export async function takeLook(
  { link }: Claimed,
  fetch: Fetch,
  settings: Pick<CheckingSettings, "hostPauseMs" | "capture" | "captureBytes">,
): Promise<Brought> {
  const robots = await robotsFor(link.host, link.url, fetch);
  const delay = crawlDelayMs(robots.text);
  const pause = () => sleep(Math.max(settings.hostPauseMs, delay ?? 0));
  if (robots.fresh) await pause();
  const manners: Manners = { mayRead: (url) => Promise.resolve(mayFetch(robots.text, url)), pause };
  const known = link.wanted || link.textSha256 === null ? null : { etag: link.etag, lastModified: link.lastModified };
  const at = new Date();
  const seen = await look(link.url, known, fetch, manners);
  const wanted = settings.capture && (link.wanted !== null || hasChanged(link.textSha256, seen));
  const keepable = wanted ? await keepableOf(link, seen, at, settings.captureBytes) : null;
  return { seen, keepable, at, crawlDelayMs: delay };
}

/** Whether another text stands at an address than the one that was read there before. */
export function hasChanged(before: string | null, { verdict, body }: Seen): boolean {
  return before !== null && isFound(verdict.outcome) && Boolean(body?.textSha256) && body?.textSha256 !== before;
}

/** Outcomes in which the page itself was seen. */
export const isFound = (outcome: Seen["verdict"]["outcome"]): boolean =>
  outcome === "alive" || outcome === "redirected";

async function robotsFor(host: string, url: string, fetch: Fetch): Promise<{ text: string; fresh: boolean }> {
  const kept = await db.hostPace.findUnique({ where: { host }, select: { robots: true, robotsUntil: true } });
  if (kept?.robots != null && kept.robotsUntil && kept.robotsUntil > new Date())
    return { text: kept.robots, fresh: false };
  const { text, keepForMs } = await readRobots(fetch, url);
  const said = { robots: text, robotsUntil: new Date(Date.now() + keepForMs) };
  await db.hostPace.upsert({ where: { host }, create: { host, ...said }, update: said });
  return { text, fresh: true };
}

/** Of a page that has to be paid for only what came is kept, as bytes: its text is not the source's. */
async function keepableOf(
  { sourceId, url }: Claimed["link"],
  { verdict, body }: Seen,
  at: Date,
  most: number,
): Promise<Keepable | null> {
  if (!body || body.answer.status !== 200 || body.answer.body.byteLength > most) return null;
  if (!isFound(verdict.outcome) && verdict.outcome !== "paywalled") return null;
  const { answer, mediaType, read } = body;
  const { status, headers, url: finalUrl } = answer;
  const title = read?.title.slice(0, 500) || null;
  const way = answer.redirects.map((hop) => `${hop.status} ${hop.location}`).join(" ");
  const notes = { title: title ?? "", "media-type": mediaType, ...(way ? { redirects: way } : {}) };
  return {
    sourceId: SourceId.parse(sourceId),
    url,
    finalUrl,
    status,
    mediaType,
    title,
    sha256: sha256Of(answer.body),
    size: answer.body.byteLength,
    warc: await writeWarc({ url, finalUrl, at: at.toISOString(), status, headers, body: answer.body, notes }),
    text: isFound(verdict.outcome) && read?.text ? read.text : null,
  };
}
