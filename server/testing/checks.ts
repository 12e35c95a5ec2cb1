import { systemActor } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import type { CheckingSettings } from "@/domain/source/checking-settings";
import { defaultChecking } from "@/domain/source/checking-settings";
import { checkLinks } from "@/server/commands/source/check-links";
import { create } from "@/server/commands/source/create";
import { db } from "@/server/db";
import type { Fetch } from "@/server/http/fetch";
import { granted } from "./drafts";
import type { Somebody } from "./people";

/** Adds a web page to the library. */
export async function addPage(by: Somebody, url: string, title = url): Promise<SourceId> {
  const { sourceId } = await granted(create.run(by, { record: { type: "webpage", title, URL: url } }));
  return SourceId.parse(sourceId);
}

/** Lets the house decide otherwise about checking than it does by default; pauses are short. */
export async function decide(change: Partial<CheckingSettings> = {}): Promise<void> {
  const value = { ...defaultChecking, hostPauseMs: 100, ...change };
  await db.setting.upsert({ where: { name: "checking" }, create: { name: "checking", value }, update: { value } });
}

/** Does all that is due now, host after host, as if nobody had been asked before. */
export async function checkAll(fetch: Fetch, abreast = 4): Promise<number> {
  let all = 0;
  for (;;) {
    await db.hostPace.updateMany({ data: { nextAt: new Date(0), slowUntil: null } });
    const { looked } = await granted(checkLinks(fetch, { abreast, time: 30_000 }).run(systemActor, {}));
    if (looked === 0) return all;
    all += looked;
  }
}

/** Lets so many days go by for everything that was looked at. */
export async function daysGoBy(days: number): Promise<void> {
  await db.$executeRaw`
    update source_link set
      next_at = next_at - ${days} * interval '1 day', since = since - ${days} * interval '1 day',
      checked_at = checked_at - ${days} * interval '1 day', failing_since = failing_since - ${days} * interval '1 day',
      counted_at = counted_at - ${days} * interval '1 day', silent_since = silent_since - ${days} * interval '1 day',
      changed_at = changed_at - ${days} * interval '1 day'`;
  await db.$executeRaw`update link_check set at = at - ${days} * interval '1 day'`;
  await db.$executeRaw`update capture set at = at - ${days} * interval '1 day'`;
}

/** What is known of a source's address. */
export const linkOf = (sourceId: SourceId) => db.sourceLink.findUniqueOrThrow({ where: { sourceId } });
