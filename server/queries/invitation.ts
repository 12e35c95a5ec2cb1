import type { Role } from "@/domain/access/policy";
import { db } from "@/server/db";
import { sha256 } from "@/server/db/digest";

/** What stands behind a link: somebody joins, somebody sets a new password, or it does not work (any more). */
export type InvitationScreen =
  | { kind: "join"; email: string; name: string; roles: Role[] }
  | { kind: "reset"; email: string; name: string }
  | { kind: "over"; why: "unknown" | "used" | "withdrawn" | "expired" };

/** The link's secret is all that its holder needs; without it nothing is told. */
export async function invitationScreen(token: string): Promise<InvitationScreen> {
  const row = await db.invitation.findUnique({
    where: { tokenHash: sha256(token) },
    select: {
      email: true,
      name: true,
      roles: true,
      userId: true,
      expiresAt: true,
      acceptedAt: true,
      withdrawnAt: true,
    },
  });
  if (!row) return { kind: "over", why: "unknown" };
  if (row.acceptedAt) return { kind: "over", why: "used" };
  if (row.withdrawnAt) return { kind: "over", why: "withdrawn" };
  if (row.expiresAt <= new Date()) return { kind: "over", why: "expired" };
  const { email, name, roles } = row;
  return row.userId ? { kind: "reset", email, name } : { kind: "join", email, name, roles };
}
