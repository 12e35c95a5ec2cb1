import { hostOf } from "@/domain/source/link-address";
import { inTransaction, type Tx } from "@/server/db";
import type { SourceLink } from "@/server/db/generated/client";
import { atOnce } from "@/server/db/links";

/** An address that is ours to look at, with the hosts that nobody else asks meanwhile. */
export type Claimed = { link: SourceLink; hosts: readonly string[] };

/** When a host may be asked next; until `slowUntil` it is asked seldom. */
type Pace = { nextAt: Date; slowUntil: Date | null };

/** How long a claim holds, in seconds, if whoever made it is never heard of again: then the address is due once more. */
const lease = 180;

/**
 * Takes the next due address whose host is free, and the host with it, across all processes: rows are passed over while
 * others hold them, and a host is taken by the one statement that finds it free. Null when nothing can be asked now;
 * `askedOnly` leaves what is merely due.
 */
export async function claimLink({ askedOnly = false } = {}): Promise<Claimed | null> {
  for (let attempt = 1; attempt <= 20; attempt++) {
    const claimed = await inTransaction((tx) => claimOnce(tx, askedOnly ? atOnce : new Date()));
    if (claimed !== "again") return claimed;
  }
  return null;
}

/**
 * Gives the hosts of a claim free again, each at the pace that follows from how it was asked before. A host that a
 * redirect led to unforeseen (`passed`) is not ours to free: it is only asked no sooner than that.
 */
export async function releaseHosts(
  tx: Tx,
  { hosts, passed = null }: { hosts: readonly string[]; passed?: string | null },
  paceOf: (before: Pace | null) => Pace,
): Promise<void> {
  for (const host of [...new Set([...hosts, ...(passed ? [passed] : [])])].sort()) {
    await tx.$queryRaw`select host from host_pace where host = ${host} for update`;
    const before = await tx.hostPace.findUnique({ where: { host }, select: { nextAt: true, slowUntil: true } });
    const pace = paceOf(before);
    const foreign = !hosts.includes(host) && before && before.nextAt > pace.nextAt;
    const next = foreign ? { ...pace, nextAt: before.nextAt } : pace;
    await tx.hostPace.upsert({ where: { host }, create: { host, ...next }, update: next });
  }
}

async function claimOnce(tx: Tx, dueBy: Date): Promise<Claimed | "again" | null> {
  const [found] = await tx.$queryRaw<{ source_id: string }[]>`
    select l.source_id from source_link l
    join source s on s.id = l.source_id and s.merged_into is null
    left join host_pace p on p.host = l.host
    where l.next_at <= ${dueBy} and coalesce(p.next_at <= clock_timestamp(), true)
    order by l.next_at limit 1
    for update of l skip locked`;
  if (!found) return null;
  const sourceId = found.source_id;
  const link = await tx.sourceLink.findUniqueOrThrow({ where: { sourceId } });
  const hosts = hostsOf(link);
  const taken: string[] = [];
  for (const host of hosts) if (await takeHost(tx, host)) taken.push(host);
  if (taken.length < hosts.length) {
    await tx.hostPace.updateMany({ where: { host: { in: taken } }, data: { nextAt: new Date() } });
    // Where its own host was taken just now the next search sees that; the host at the end of its way it would not see.
    if (taken.includes(link.host)) await putOff(tx, link);
    return "again";
  }
  await tx.$executeRaw`
    update source_link set next_at = clock_timestamp() + ${lease} * interval '1 second' where source_id = ${sourceId}::uuid`;
  return { link, hosts };
}

/** The host that is asked, and the one that it was last sent on to; always in the same order, so that no two wait for each other. */
function hostsOf({ host, finalUrl }: SourceLink): string[] {
  const end = finalUrl === null ? null : hostOf(finalUrl);
  return [...new Set([host, ...(end ? [end] : [])])].sort();
}

async function takeHost(tx: Tx, host: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ host: string }[]>`
    insert into host_pace (host, next_at) values (${host}, clock_timestamp() + ${lease} * interval '1 second')
    on conflict (host) do update set next_at = excluded.next_at where host_pace.next_at <= clock_timestamp()
    returning host`;
  return rows.length > 0;
}

/** The host that it leads to is busy: it waits a little, so that the next look goes elsewhere. */
const putOff = (tx: Tx, { sourceId }: SourceLink) =>
  tx.sourceLink.update({ where: { sourceId }, data: { nextAt: new Date(Date.now() + 5_000) } });
