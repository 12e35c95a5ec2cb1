import { type Actor, may } from "@/domain/access/policy";
import { db } from "@/server/db";
import { isKeyGiven } from "@/server/db/receipts/signing-key";

/** A key of the installation: its thumbprint, when it signed, how many receipts, and where its private half is. */
export type KeyRow = {
  id: string;
  madeAt: string;
  retiredAt: string | null;
  receipts: number;
  privateHalf: "in the database" | "kept elsewhere" | "no longer here";
};

/** All keys, newest first, and whether they are given from outside; null for those who may not replace one. */
export async function signingKeys(actor: Actor): Promise<{ keys: KeyRow[]; given: boolean } | null> {
  if (!may("receipts.replaceKey", actor)) return null;
  const rows = await db.$queryRaw<
    { id: string; madeAt: Date; retiredAt: Date | null; here: boolean; receipts: number }[]
  >`
    select id, made_at as "madeAt", retired_at as "retiredAt", secret is not null as here,
      (select count(*)::int from receipt where key_id = signing_key.id) as receipts
    from signing_key order by made_at desc, id`;
  return {
    given: isKeyGiven(),
    keys: rows.map(({ id, madeAt, retiredAt, here, receipts }) => ({
      id,
      madeAt: madeAt.toISOString(),
      retiredAt: retiredAt?.toISOString() ?? null,
      receipts,
      privateHalf: retiredAt ? "no longer here" : here ? "in the database" : "kept elsewhere",
    })),
  };
}
