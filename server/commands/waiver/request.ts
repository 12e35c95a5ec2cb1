import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, WaiverId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { rules } from "@/domain/rules";
import { judge } from "@/domain/rules/judge";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { bumpVersion } from "@/server/db/bump-version";
import { lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";

const longest = 90 * 24 * 60 * 60 * 1000;
/** A minute more than the longest, because the browser's clock may be behind ours. */
const grace = 60 * 1000;

/** Asks that one finding be let pass, with a reason and for a time; it passes once a second person agrees. */
export const request = command({
  name: "waiver.request",
  input: z.strictObject({
    articleId: ArticleId,
    fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
    reason: z.string().trim().min(3).max(2000),
    expiresAt: z.iso.datetime({ offset: true }),
  }),
  run: (actor, { articleId, fingerprint, reason, expiresAt: until }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      if (!draft) return fail({ kind: "not-found" });
      if (!may("waiver.request", actor) || !actor.id) return fail({ kind: "forbidden" });
      const expiresAt = new Date(until);
      const left = expiresAt.getTime() - Date.now();
      if (left <= 0 || left > longest + grace)
        return fail({ kind: "invalid", message: "A waiver ends in the future, and after 90 days at most." });
      const finding = judge(draft.manuscript).find((one) => one.fingerprint === fingerprint);
      if (!finding) return fail({ kind: "not-found", message: "The text does not have this finding any more." });
      if (!rules.some((rule) => rule.id === finding.rule && rule.waivable))
        return fail({ kind: "not-waivable", message: "Nobody can let this pass; it has to be mended." });
      const { rule, excerpt } = finding;
      const standing = await tx.waiver.findFirst({
        where: { articleId, rule, fingerprint, withdrawnAt: null, expiresAt: { gt: new Date() } },
      });
      if (standing) return fail({ kind: "duplicate", message: "A waiver for this was asked for already." });

      const waiverId = WaiverId.parse(newId());
      await tx.waiver.create({
        data: { id: waiverId, articleId, rule, fingerprint, excerpt, reason, requestedById: actor.id, expiresAt },
      });
      const version = await bumpVersion(tx, articleId);
      await record(tx, actor, {
        type: "waiver.requested",
        article: articleId,
        data: { waiver: waiverId, rule, fingerprint, excerpt, reason, until: expiresAt.toISOString() },
      });
      return ok({ waiverId, version });
    }),
});
