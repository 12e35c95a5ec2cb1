import { Looks, plainLooks } from "@/domain/looks/looks";
import type { Tx } from "@/server/db";

/** How the house looks to readers: as it decided, else as from the start. What is stored was checked when it was written. */
export async function houseLooks(tx: Pick<Tx, "site">): Promise<Looks> {
  const site = await tx.site.findUnique({ where: { only: true }, select: { looks: true } });
  return looksOf(site);
}

/** The looks in the site's row, where that was read already. */
export const looksOf = (site: { looks: unknown } | null): Looks => (site?.looks ? Looks.parse(site.looks) : plainLooks);
