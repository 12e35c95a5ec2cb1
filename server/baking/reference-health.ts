import { z } from "zod";
import { ReferenceId } from "@/domain/ids";
import type { ReferenceHealth } from "@/domain/publishing/edition";
import { lostStates } from "@/domain/source/link-state";
import type { Tx } from "@/server/db";
import { checkingSettings } from "@/server/db/checking-settings";
import { linkStateFrom } from "@/server/db/link-record";

/**
 * What readers are to be told of the sources that editions froze, by reference, as it is known now; nothing where the
 * house tells nothing. A source that was merged meanwhile is as well as the one that it was merged into.
 */
export async function healthOfReferences(
  tx: Tx,
  frozen: readonly unknown[],
): Promise<ReadonlyMap<ReferenceId, ReferenceHealth>> {
  const references = frozen.flatMap((one) => Named.parse(one));
  const told = new Map<ReferenceId, ReferenceHealth>();
  if (references.length === 0 || !(await checkingSettings(tx)).readerNotice) return told;
  const standingFor = await standingSources(
    tx,
    references.flatMap(({ sourceId }) => sourceId ?? []),
  );
  const health = await healthOf(tx, [...new Set(standingFor.values())]);
  for (const { id, sourceId } of references) {
    const known = sourceId ? health.get(standingFor.get(sourceId) ?? sourceId) : undefined;
    if (known) told.set(id, known);
  }
  return told;
}

const Named = z.array(z.object({ id: ReferenceId, sourceId: z.string().nullish() }));

async function standingSources(tx: Tx, ids: string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.source.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, mergedIntoId: true },
  });
  return new Map(rows.map(({ id, mergedIntoId }) => [id, mergedIntoId ?? id]));
}

async function healthOf(tx: Tx, ids: string[]): Promise<ReadonlyMap<string, ReferenceHealth>> {
  const links = await tx.sourceLink.findMany({ where: { sourceId: { in: ids } } });
  const standings = await tx.sourceStanding.findMany({
    where: { sourceId: { in: ids }, state: { in: ["retracted", "concern"] } },
  });
  const lost = new Map(
    links.filter(({ state }) => lostStates.has(linkStateFrom(state))).map((row) => [row.sourceId, row]),
  );
  const withdrawn = new Map(standings.map((row) => [row.sourceId, row]));
  const health = new Map<string, ReferenceHealth>();
  for (const id of new Set([...lost.keys(), ...withdrawn.keys()])) {
    const [link, standing] = [lost.get(id), withdrawn.get(id)];
    health.set(id, {
      lostSince: link ? (link.failingSince ?? link.since).toISOString() : null,
      keptAt: link ? await newestCopy(tx, id) : null,
      archive: link?.archiveUrl ? { url: link.archiveUrl, at: link.archiveAt?.toISOString() ?? null } : null,
      standing: standing
        ? {
            state: standing.state === "retracted" ? "retracted" : "concern",
            on: standing.noticedOn?.toISOString() ?? null,
          }
        : null,
    });
  }
  return health;
}

async function newestCopy(tx: Tx, sourceId: string): Promise<string | null> {
  const { _max } = await tx.capture.aggregate({ where: { sourceId }, _max: { at: true } });
  return _max.at?.toISOString() ?? null;
}
