import { IdentityScheme, identityKeys, type IdentityKey, keyText } from "@/domain/source/identity";
import { normalKeys } from "@/domain/source/normal-key";
import type { SourceId } from "@/domain/ids";
import type { SourceRecord } from "@/domain/source/record";
import type { Tx } from "@/server/db";
import { holderOf } from "@/server/db/sources";
import type { Side } from "./shape";

/**
 * Gives a source its identifiers back: those that it brought into a merge and that nobody else claims by now, in the form
 * that they have today. The ones that stay elsewhere are answered.
 */
export async function returnKeys(
  tx: Tx,
  merged: Side,
  to: SourceId,
  keep: SourceId,
  kept: SourceRecord,
): Promise<IdentityKey[]> {
  const brought = merged.keys.flatMap(({ scheme, value }) => {
    const known = IdentityScheme.safeParse(scheme);
    return known.success ? normalKeys({ scheme: known.data, value }) : [];
  });
  const claimed = new Set(identityKeys(kept).map(keyText));
  const left: IdentityKey[] = [];
  for (const key of brought) {
    const holder = await holderOf(tx, [key], to);
    if (holder && (holder.sourceId !== keep || claimed.has(keyText(key)))) left.push(key);
    else if (holder) await tx.sourceKey.update({ where: { scheme_value: key }, data: { sourceId: to } });
    else await tx.sourceKey.createMany({ data: [{ ...key, sourceId: to }], skipDuplicates: true });
  }
  return left;
}
