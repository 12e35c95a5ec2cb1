import { UserId } from "@/domain/ids";
import type { Tx } from "@/server/db";

/**
 * The admins who are not deactivated, their rows locked in the order of their ids, so that who is one of them cannot
 * change before this transaction ends. Whoever changes roles or deactivates starts here, and asks whether the actor is
 * still among them.
 */
export async function lockAdmins(tx: Tx): Promise<UserId[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from user_account where 'admin' = any (roles) and deactivated_at is null order by id for update`;
  return rows.map((row) => UserId.parse(row.id));
}
