import { Looks, plainLooks } from "@/domain/looks/looks";
import type { Tx } from "@/server/db";

/** How the house looks to readers: as it decided, else as from the start. What is stored was checked when it was written. */
export async function houseLooks(tx: Pick<Tx, "site">): Promise<Looks> {
  const site = await tx.site.findUnique({ where: { only: true }, select: { looks: true } });
  return site?.looks ? Looks.parse(site.looks) : plainLooks;
}
