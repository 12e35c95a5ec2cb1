import type { SourceId } from "@/domain/ids";
import { linkAddressOf } from "@/domain/source/link-address";
import type { SourceRecord } from "@/domain/source/record";
import type { Tx } from "@/server/db";
import { addJob } from "@/server/db/jobs";

/**
 * Keeps the row of a source's address in step with its record: a new address is unchecked and due at once, a source
 * without one has no row. Says whether anything changed.
 */
export async function linkSource(tx: Tx, sourceId: SourceId, record: SourceRecord): Promise<boolean> {
  const address = linkAddressOf(record);
  const standing = await tx.sourceLink.findUnique({ where: { sourceId }, select: { url: true } });
  if (!address) {
    if (standing) await tx.sourceLink.delete({ where: { sourceId } });
    return standing !== null;
  }
  if (standing?.url === address.url) return false;
  await tx.sourceLink.upsert({
    where: { sourceId },
    create: { sourceId, ...address, state: "unchecked" },
    update: { ...address, ...neverLookedAt() },
  });
  return true;
}

/** Another address is another question: nothing that was found at the old one is said of it. */
const neverLookedAt = () => ({
  state: "unchecked",
  since: new Date(),
  checkedAt: null,
  nextAt: new Date(),
  failures: 0,
  notThere: 0,
  failingSince: null,
  countedAt: null,
  silentSince: null,
  status: null,
  finalUrl: null,
  reason: "",
  etag: null,
  lastModified: null,
  textSha256: null,
  changedAt: null,
});

/** The front of the queue: what people asked for goes before everything that is merely due. */
export const atOnce = new Date(0);

/** Puts sources at the front of the queue; answers how many of them have an address. */
export async function askLooks(tx: Tx, sources: readonly SourceId[]): Promise<number> {
  const { count } = await tx.sourceLink.updateMany({
    where: { sourceId: { in: [...sources] } },
    data: { nextAt: atOnce },
  });
  return count;
}

/** Adds the job that works the queue off; one that waits already is enough. */
export const wakeChecks = (tx: Tx): Promise<void> =>
  addJob(tx, { task: "check-links", payload: {}, key: "check-links" });
