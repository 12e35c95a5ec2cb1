import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { shortNameOf } from "@/domain/source/names";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { contributorsOf } from "@/server/db/contributors";
import { lockDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { recountDraft } from "@/server/db/recount-draft";
import { supportsOf } from "@/server/db/verifications";
import { chosenOf, Seen, wordOf } from "./seen";

/** Says of a citation, as the person saw it, that its source does not bear it out, and why. From then on it is a blocker. */
export const dispute = command({
  name: "citation.dispute",
  input: z.strictObject({ articleId: ArticleId, ...Seen, note: z.string().trim().min(1).max(2000) }),
  run: (actor, { articleId, note, ...seen }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      if (!draft) return fail({ kind: "not-found" });
      const supports = await supportsOf(tx, articleId, draft.manuscript);
      const contributors = await contributorsOf(tx, articleId);
      const chosen = chosenOf([seen], supports, (section) =>
        may("citation.verify", actor, { contributors: contributors.get(section) ?? [] }),
      );
      if (!may("citation.verify", actor, { contributors: [] }) || !actor.id) return fail({ kind: "forbidden" });
      if (!chosen.ok) return chosen;

      const [support] = chosen.value;
      if (!support) return fail({ kind: "not-found" });
      await tx.verification.create({
        data: wordOf(articleId, support, { verdict: "disputed", note, by: actor.id }),
      });
      const { version } = await recountDraft(tx, articleId, draft);
      await record(tx, actor, {
        type: "citation.disputed",
        article: articleId,
        data: {
          citation: support.citation,
          position: support.position,
          digest: support.digest,
          title: shortNameOf(support.source.record),
          note,
        },
      });
      return ok({ version });
    }),
});
