import type { SourceId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import type { Side } from "./shape";

/** The rows that a source has at most one of: the health of its address, and whether its work stands. */
export type Health = Pick<Side, "link" | "standing">;

/** Reads both rows as JSON. */
export async function healthOf(tx: Tx, source: SourceId): Promise<Health> {
  const [row] = await tx.$queryRaw<Health[]>`
    select
      (select to_jsonb(l) from source_link l where l.source_id = ${source}::uuid) as link,
      (select to_jsonb(s) from source_standing s where s.source_id = ${source}::uuid) as standing`;
  return row ?? { link: null, standing: null };
}

/**
 * Gives the kept source the address's health of the other where it has none of its own, and the graver standing of the
 * two, since a notice against one identifier is against the work. The merged source is checked no more.
 */
export async function joinHealth(tx: Tx, keep: SourceId, kept: Health, drop: SourceId, dropped: Health): Promise<void> {
  if (dropped.link) {
    await tx.sourceLink.delete({ where: { sourceId: drop } });
    if (!kept.link) await putLink(tx, { ...dropped.link, source_id: keep });
  }
  if (dropped.standing) {
    await tx.sourceStanding.delete({ where: { sourceId: drop } });
    if (!kept.standing) await putStanding(tx, { ...dropped.standing, source_id: keep });
    else if (weight(dropped.standing) > weight(kept.standing)) {
      await tx.sourceStanding.delete({ where: { sourceId: keep } });
      await putStanding(tx, { ...dropped.standing, source_id: keep });
    }
  }
}

const gravity = ["unchecked", "clear", "reinstated", "corrected", "concern", "retracted"];
const weight = (standing: Record<string, unknown>): number => gravity.indexOf(String(standing["state"]));

/**
 * Puts both sources' rows back as they were before the merge, unless they were checked since, and lets them be looked at
 * soon: what came to be known meanwhile was learned of the two as one.
 */
export async function partHealth(tx: Tx, keep: SourceId, kept: Health, drop: SourceId, dropped: Health): Promise<void> {
  const now = await healthOf(tx, keep);
  const borrowed = (mine: Row | null, theirs: Row | null, is: Row | null) =>
    is !== null &&
    theirs !== null &&
    is["url"] === theirs["url"] &&
    is["checked_at"] === theirs["checked_at"] &&
    is["state"] === theirs["state"] &&
    is["state"] !== mine?.["state"];
  if (dropped.link && !(await tx.sourceLink.count({ where: { sourceId: drop } })))
    await putLink(tx, { ...dropped.link, source_id: drop });
  if (dropped.standing && !(await tx.sourceStanding.count({ where: { sourceId: drop } })))
    await putStanding(tx, { ...dropped.standing, source_id: drop });
  if (dropped.link && !kept.link && now.link && now.link["url"] === dropped.link["url"])
    await tx.sourceLink.delete({ where: { sourceId: keep } });
  if (borrowed(kept.standing, dropped.standing, now.standing)) {
    await tx.sourceStanding.delete({ where: { sourceId: keep } });
    if (kept.standing) await putStanding(tx, { ...kept.standing, source_id: keep });
  }
  const soon = { where: { sourceId: { in: [keep, drop] } }, data: { nextAt: new Date() } };
  await tx.sourceLink.updateMany(soon);
  await tx.sourceStanding.updateMany(soon);
}

type Row = Record<string, unknown>;

const putLink = (tx: Tx, row: Row) =>
  tx.$executeRaw`insert into source_link select * from jsonb_populate_record(null::source_link, ${JSON.stringify(row)}::jsonb)`;
const putStanding = (tx: Tx, row: Row) =>
  tx.$executeRaw`insert into source_standing select * from jsonb_populate_record(null::source_standing, ${JSON.stringify(row)}::jsonb)`;
