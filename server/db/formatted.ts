import { db, type Tx } from "@/server/db";
import { json } from "@/server/db/rows";

/** How long what was formatted is kept: an edition has its own copy, and a draft is formatted again when it is wanted. */
const keptDays = 14;

/** What formatting came to under this key, or null. */
export async function keptFormatted(tx: Pick<Tx, "formatted">, key: string): Promise<unknown> {
  const row = await tx.formatted.findUnique({ where: { key }, select: { value: true } });
  return row?.value ?? null;
}

/** Keeps what formatting came to, and lets go of what is old. Two who keep the same at once keep it once. */
export async function keepFormatted(kept: {
  key: string;
  style: string;
  locale: string;
  value: unknown;
}): Promise<void> {
  await db.formatted.createMany({ data: [{ ...kept, value: json(kept.value) }], skipDuplicates: true });
  await db.formatted.deleteMany({ where: { at: { lt: new Date(Date.now() - keptDays * 24 * 60 * 60 * 1000) } } });
}
