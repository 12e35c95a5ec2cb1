import type { ArticleId } from "@/domain/ids";
import type { Finding } from "@/domain/rules/finding";
import { openBlockers } from "@/domain/rules/gate";
import { judge } from "@/domain/rules/judge";
import type { Tx } from "@/server/db";
import { manuscriptOf } from "@/server/db/draft";
import type { Draft } from "@/server/db/draft";
import { coverageColumns } from "@/server/db/verifications";
import { waiversOf } from "@/server/db/waivers";

/**
 * Judges a draft again after a command that left its text alone but not its comments, waivers or labels; writes the
 * counts of open findings and raises the version.
 */
export async function recountDraft(
  tx: Tx,
  articleId: ArticleId,
  { manuscript }: Pick<Draft, "manuscript">,
): Promise<{ version: number; findings: Finding[] }> {
  const current = await manuscriptOf(tx, articleId, manuscript.document);
  const findings = judge(current);
  const { version } = await tx.article.update({
    where: { id: articleId },
    data: {
      version: { increment: 1 },
      ...countsOf(findings, await blockers(tx, articleId, findings)),
      ...(await coverageColumns(tx, articleId, current)),
    },
    select: { version: true },
  });
  return { version, findings };
}

/** The two numbers that lists show of a draft's findings. */
export const countsOf = (findings: readonly Finding[], blocking: readonly Finding[]) => ({
  openBlockers: blocking.length,
  openWarnings: findings.filter((finding) => finding.severity === "warning").length,
});

/** The findings that block an article now, its waivers considered. */
export async function blockers(tx: Tx, articleId: ArticleId, findings: readonly Finding[]): Promise<Finding[]> {
  return openBlockers(findings, await waiversOf(tx, articleId), new Date());
}
