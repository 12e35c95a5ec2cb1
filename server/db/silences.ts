import { networkOf } from "@/domain/source/network";
import type { Tx } from "@/server/db";
import type { SourceLink } from "@/server/db/generated/client";

/** Minutes back in which the answers of all hosts say whether our own connection works. */
const window = 15;

/**
 * Whether a silence is held against the source: only when it is the second one, another host answered between the two,
 * and most hosts answer now. All else may be our own connection, and counts for nothing.
 */
export async function believesSilence(tx: Tx, { host, silentSince }: SourceLink): Promise<boolean> {
  if (silentSince === null) return false;
  const between = await tx.linkCheck.findFirst({
    where: { at: { gt: silentSince }, answered: true, host: { not: host } },
    select: { id: true },
  });
  return between !== null && (await networkState(tx, host)) === "up";
}

/** What the hosts that were asked lately say of our own connection; `silent` is one that has just not answered. */
export async function networkState(tx: Tx, silent?: string): Promise<"up" | "down" | "unproven"> {
  const rows = await tx.$queryRaw<{ host: string; answered: boolean }[]>`
    select distinct on (host) host, answered from link_check
    where at > now() - ${window} * interval '1 minute' and host <> '' order by host, at desc`;
  const others = rows.filter(({ host }) => host !== silent);
  return networkOf(silent === undefined ? others : [...others, { host: silent, answered: false }]);
}
