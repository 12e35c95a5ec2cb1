import type { Tx } from "@/server/db";
import type { ReceiptFinding } from "./gather";

export type UsedWaiver = {
  rule: string;
  fingerprint: string;
  reason: string;
  requestedById: string;
  confirmedById: string;
  expiresAt: Date;
};

/** The waivers that let a finding of this very text pass: confirmed, not withdrawn, and not expired when it was judged. */
export async function waiversUsed(
  tx: Tx,
  articleId: string,
  findings: readonly ReceiptFinding[],
  judgedAt: Date,
): Promise<UsedWaiver[]> {
  const blockers = new Set(
    findings.filter(({ severity }) => severity === "blocker").map(({ rule, fingerprint }) => `${rule} ${fingerprint}`),
  );
  if (blockers.size === 0) return [];
  const rows = await tx.waiver.findMany({
    where: { articleId, withdrawnAt: null, confirmedById: { not: null }, confirmedAt: { lte: judgedAt } },
    orderBy: { requestedAt: "asc" },
  });
  return rows.flatMap(({ rule, fingerprint, reason, requestedById, confirmedById, expiresAt }) =>
    confirmedById !== null && expiresAt > judgedAt && blockers.has(`${rule} ${fingerprint}`)
      ? [{ rule, fingerprint, reason, requestedById, confirmedById, expiresAt }]
      : [],
  );
}
