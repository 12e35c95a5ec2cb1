import { hostOf } from "@/domain/source/link-address";
import type { SourceId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import { inTransaction } from "@/server/db";
import type { SourceLink } from "@/server/db/generated/client";

/** An address that is ours to look at, with the hosts that nobody else asks meanwhile. */
export type Claimed = { link: SourceLink; hosts: readonly string[] };

/** How long a claim holds, in seconds, if whoever made it is never heard of again: then the address is due once more. */
const lease = 180;

/**
 * Takes the next due address whose host is free, and the host with it, across all processes: rows are passed over while
 * others hold them, and a host is taken by the one statement that finds it free. Null when nothing can be asked now.
 */
export async function claimLink(): Promise<Claimed | null> {
  for (let attempt = 1; attempt <= 20; attempt++) {
    const claimed = await inTransaction(claimOnce);
    if (claimed !== "again") return claimed;
  }
  return null;
}

/** Gives the hosts free again, for whoever comes after the pause (milliseconds); `slowFor` is what a host asked for itself. */
export async function releaseHosts(
  tx: Tx,
  hosts: readonly string[],
  { pause, slowFor = 0 }: { pause: number; slowFor?: number },
): Promise<void> {
  for (const host of [...new Set(hosts)].sort())
    await tx.$executeRaw`
      insert into host_pace (host, next_at) values (${host}, clock_timestamp() + ${pause} * interval '1 millisecond')
      on conflict (host) do update set
        next_at = excluded.next_at,
        slow_until = case when ${slowFor}::double precision > 0
          then clock_timestamp() + ${slowFor} * interval '1 millisecond' else host_pace.slow_until end`;
}

async function claimOnce(tx: Tx): Promise<Claimed | "again" | null> {
  const [found] = await tx.$queryRaw<{ source_id: string }[]>`
    select l.source_id from source_link l
    join source s on s.id = l.source_id and s.merged_into is null
    left join host_pace p on p.host = l.host
    where l.next_at <= now() and coalesce(greatest(p.next_at, p.slow_until) <= clock_timestamp(), true)
    order by l.next_at limit 1
    for update of l skip locked`;
  if (!found) return null;
  const sourceId = found.source_id;
  const link = await tx.sourceLink.findUniqueOrThrow({ where: { sourceId } });
  const hosts = hostsOf(link);
  const taken: string[] = [];
  for (const host of hosts) if (await takeHost(tx, host)) taken.push(host);
  if (taken.length < hosts.length) {
    await giveBack(tx, taken);
    await putOff(tx, sourceId, link.nextAt);
    return "again";
  }
  await tx.$executeRaw`
    update source_link set next_at = clock_timestamp() + ${lease} * interval '1 second' where source_id = ${sourceId}::uuid`;
  return { link, hosts };
}

/** The host that is asked, and the one that it was last sent on to. */
function hostsOf({ host, finalUrl }: SourceLink): string[] {
  const end = finalUrl === null ? null : hostOf(finalUrl);
  return [...new Set([host, ...(end ? [end] : [])])].sort();
}

async function takeHost(tx: Tx, host: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ host: string }[]>`
    insert into host_pace (host, next_at) values (${host}, clock_timestamp() + ${lease} * interval '1 second')
    on conflict (host) do update set next_at = excluded.next_at
    where host_pace.next_at <= clock_timestamp() and coalesce(host_pace.slow_until <= clock_timestamp(), true)
    returning host`;
  return rows.length > 0;
}

const giveBack = (tx: Tx, hosts: readonly string[]) =>
  tx.hostPace.updateMany({ where: { host: { in: [...hosts] } }, data: { nextAt: new Date() } });

/** Its other host is busy: it waits a little, so that the next look goes elsewhere; one that was asked for stays in front. */
async function putOff(tx: Tx, sourceId: string, was: Date): Promise<void> {
  const next = was.getTime() <= 0 ? new Date(Date.now() + 1000) : new Date(Date.now() + 5000);
  await tx.sourceLink.update({ where: { sourceId }, data: { nextAt: next } });
}

/** How an address came to be due again when its look failed on our side. */
export async function dueAgain(tx: Tx, sourceId: SourceId, at: Date): Promise<void> {
  await tx.sourceLink.updateMany({ where: { sourceId }, data: { nextAt: at } });
}
