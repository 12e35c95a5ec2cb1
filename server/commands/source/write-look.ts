import { systemActor } from "@/domain/access/policy";
import { SourceId, UserId } from "@/domain/ids";
import type { CheckingSettings } from "@/domain/source/checking-settings";
import type { LinkState } from "@/domain/source/facts";
import { hostOf } from "@/domain/source/link-address";
import { afterLook, type LinkRecord, nextLook } from "@/domain/source/link-state";
import { likeness } from "@/domain/source/text-change";
import { inTransaction, type Tx } from "@/server/db";
import { readCapture } from "@/server/db/captures";
import { type Fact, record } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { keepCapture } from "@/server/db/keep-capture";
import { linkRecordFrom } from "@/server/db/link-record";
import { type Claimed, releaseHosts } from "@/server/db/link-queue";
import { believesSilence } from "@/server/db/silences";
import { paceAfter } from "@/server/http/pace";
import { type Brought, hasChanged, isFound } from "./take-look";

/**
 * Writes what a look says, in one transaction: the look itself, the source's state, a copy where one is to be kept, and
 * history where something changed. A look at an address that was changed meanwhile is thrown away.
 */
export function writeLook(claimed: Claimed, brought: Brought, settings: CheckingSettings): Promise<void> {
  return inTransaction(async (tx) => {
    const end = brought.seen.finalUrl === null ? null : hostOf(brought.seen.finalUrl);
    await releaseHosts(tx, { hosts: claimed.hosts, passed: end }, (before) =>
      paceAfter(before, {
        at: new Date(),
        status: brought.seen.status,
        headers: brought.seen.headers,
        crawlDelayMs: Math.max(settings.hostPauseMs, brought.crawlDelayMs ?? 0),
      }),
    );
    const { sourceId } = claimed.link;
    await tx.$queryRaw`select source_id from source_link where source_id = ${sourceId}::uuid for update`;
    const link = await tx.sourceLink.findUnique({ where: { sourceId } });
    if (link?.url !== claimed.link.url) return;
    const counted = brought.seen.verdict.answered || (await believesSilence(tx, link));
    await keepLook(tx, link, brought, counted);
    if (counted) await countLook(tx, link, brought, settings);
    else await askAgainSoon(tx, link, brought.at);
  });
}

type Link = Claimed["link"];

async function keepLook(tx: Tx, { sourceId, url, host }: Link, { seen, at }: Brought, counted: boolean): Promise<void> {
  const { verdict, status, finalUrl, durationMs, body } = seen;
  await tx.linkCheck.create({
    data: {
      id: newId(),
      sourceId,
      url,
      host,
      at,
      outcome: verdict.outcome,
      reason: verdict.reason,
      answered: verdict.answered,
      counted,
      status,
      finalUrl,
      durationMs,
      textSha256: body?.textSha256 ?? null,
    },
  });
}

/** A silence that may be our own: nothing is held against the source, and it is asked again in a quarter of an hour, then every hour. */
async function askAgainSoon(tx: Tx, { sourceId, silentSince }: Link, at: Date): Promise<void> {
  const minutes = silentSince === null ? 15 : 60;
  await tx.sourceLink.update({
    where: { sourceId },
    data: { silentSince: silentSince ?? at, nextAt: new Date(Date.now() + minutes * 60_000) },
  });
}

async function countLook(tx: Tx, link: Link, brought: Brought, settings: CheckingSettings): Promise<void> {
  const { seen, keepable, at } = brought;
  const { verdict, body } = seen;
  const before = linkRecordFrom(link);
  const after = afterLook(before, verdict, at.getTime(), settings);
  const changed = hasChanged(link.textSha256, seen);
  const facts: Fact[] = [];
  const sourceId = SourceId.parse(link.sourceId);
  const old = changed && keepable?.text ? await readCapture(tx, sourceId) : null;
  const kept = keepable
    ? await keepCapture(tx, keepable, {
        reason: link.wanted === "cited" || link.wanted === "asked" ? link.wanted : "changed",
        takenBy: link.wantedById === null ? null : UserId.parse(link.wantedById),
      })
    : null;
  if (kept?.fresh)
    facts.push(factOf("source.captured", sourceId, { capture: kept.captureId, reason: link.wanted ?? "changed" }));
  if (changed)
    facts.push(
      factOf("source.text-changed", sourceId, {
        capture: kept?.captureId ?? null,
        likeness: old && keepable?.text ? likeness(old.text, keepable.text) : null,
      }),
    );
  if (after.state !== before.state)
    facts.push(
      factOf("source.link-changed", sourceId, { state: after.state, before: before.state, reason: verdict.reason }),
    );
  const read = isFound(verdict.outcome) && body !== null;
  await tx.sourceLink.update({
    where: { sourceId },
    data: {
      ...columnsOf(after),
      checkedAt: at,
      nextAt: new Date(nextLook(after, verdict.outcome, at.getTime(), settings, Math.random())),
      silentSince: null,
      status: seen.status,
      finalUrl: seen.finalUrl,
      reason: verdict.reason,
      ...(read ? { etag: seen.etag, lastModified: seen.lastModified, textSha256: body.textSha256 } : {}),
      ...(changed ? { changedAt: at } : {}),
      ...(kept || tooLarge(link, seen, settings) ? { wanted: null, wantedById: null } : {}),
    },
  });
  for (const fact of facts) await record(tx, systemActor, fact);
}

/** What was asked to be kept and is larger than the house keeps is not asked for again. */
const tooLarge = ({ wanted }: Link, { body }: Brought["seen"], { captureBytes }: CheckingSettings): boolean =>
  wanted !== null && body !== null && body.answer.body.byteLength > captureBytes;

const factOf = (type: Fact["type"], source: SourceId, data: Record<string, unknown>): Fact => ({
  type,
  article: null,
  data: { source, ...data },
});

const columnsOf = ({ state, since, failures, notThere, failingSince, countedAt }: LinkRecord) => ({
  state: state satisfies LinkState,
  since: new Date(since),
  failures,
  notThere,
  failingSince: failingSince === null ? null : new Date(failingSince),
  countedAt: countedAt === null ? null : new Date(countedAt),
});
