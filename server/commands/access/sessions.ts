import type { Role } from "@/domain/access/policy";
import type { UserId } from "@/domain/ids";
import type { Tx } from "@/server/db";

/** A person's sessions are over; to the person who did it themselves the door gives a new one of this epoch. */
export type Ended = { endedSessionsOf: UserId; epoch: number };

/** Ends all sessions of a person, by beginning a new epoch, together with the change that is the reason for it. */
export async function endSessions(
  tx: Tx,
  userId: UserId,
  change: { passwordHash?: string; roles?: Role[]; deactivatedAt?: Date } = {},
): Promise<Ended> {
  const { epoch } = await tx.user.update({
    where: { id: userId },
    data: { ...change, epoch: { increment: 1 } },
    select: { epoch: true },
  });
  return { endedSessionsOf: userId, epoch };
}
