import { type Actor, may } from "@/domain/access/policy";
import { type ArticleId, UserId, WaiverId } from "@/domain/ids";
import type { Finding } from "@/domain/rules/finding";
import type { Tx } from "@/server/db";
import { ruleFrom } from "@/server/db/rows";
import { namesOf } from "@/server/queries/names";

/** A waiver that was not withdrawn: whom it waits for, until when it holds and whether its finding is still there. */
export type WaiverView = {
  id: WaiverId;
  rule: Finding["rule"];
  fingerprint: string;
  excerpt: string;
  reason: string;
  requestedBy: string;
  requestedAt: string;
  confirmedBy: string | null;
  expiresAt: string;
  expired: boolean;
  /** The words changed since, so that it lets nothing pass any more. */
  dead: boolean;
  mayConfirm: boolean;
  mayWithdraw: boolean;
};

/** An article's waivers, newest first, beside the findings that it has now. */
export async function waiversFor(
  tx: Tx,
  actor: Actor,
  articleId: ArticleId,
  findings: readonly Finding[],
  now: Date,
): Promise<WaiverView[]> {
  const rows = await tx.waiver.findMany({ where: { articleId, withdrawnAt: null }, orderBy: { requestedAt: "desc" } });
  const called = await namesOf(
    tx,
    rows.flatMap((row) => [row.requestedById, row.confirmedById]),
  );
  return rows.map((row) => {
    const dead = !findings.some(({ rule, fingerprint }) => rule === row.rule && fingerprint === row.fingerprint);
    const expired = row.expiresAt <= now;
    const requestedBy = UserId.parse(row.requestedById);
    return {
      id: WaiverId.parse(row.id),
      rule: ruleFrom(row.rule),
      fingerprint: row.fingerprint,
      excerpt: row.excerpt,
      reason: row.reason,
      requestedBy: called(row.requestedById),
      requestedAt: row.requestedAt.toISOString(),
      confirmedBy: row.confirmedById && called(row.confirmedById),
      expiresAt: row.expiresAt.toISOString(),
      expired,
      dead,
      mayConfirm: !row.confirmedById && !expired && !dead && may("waiver.confirm", actor, { requestedBy }),
      mayWithdraw: may("waiver.withdraw", actor),
    };
  });
}
