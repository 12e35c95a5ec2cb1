import type { ArticleId } from "@/domain/ids";
import type { Waiver } from "@/domain/rules/gate";
import type { Tx } from "@/server/db";
import { ruleFrom } from "@/server/db/rows";

/** An article's waivers that were not withdrawn, as the gate wants them. */
export async function waiversOf(tx: Tx, articleId: ArticleId): Promise<Waiver[]> {
  const rows = await tx.waiver.findMany({ where: { articleId, withdrawnAt: null } });
  return rows.map((row) => ({
    rule: ruleFrom(row.rule),
    fingerprint: row.fingerprint,
    confirmed: row.confirmedById !== null,
    expiresAt: row.expiresAt,
  }));
}
