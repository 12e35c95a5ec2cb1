import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, CitationId } from "@/domain/ids";
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

/**
 * Marks citations verified as the person saw them: all that are named, or none. Who wrote what changed in a section
 * verifies nothing in it; what this very person's colleagues verified already can be verified by one more of them.
 */
export const verify = command({
  name: "citation.verify",
  input: z.strictObject({ articleId: ArticleId, citations: z.array(z.strictObject(Seen)).min(1).max(1000) }),
  run: (actor, { articleId, citations }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      if (!draft) return fail({ kind: "not-found" });
      const supports = await supportsOf(tx, articleId, draft.manuscript);
      const contributors = await contributorsOf(tx, articleId);
      const chosen = chosenOf(citations, supports, (section) =>
        may("citation.verify", actor, { contributors: contributors.get(section) ?? [] }),
      );
      if (!may("citation.verify", actor, { contributors: [] }) || !actor.id) return fail({ kind: "forbidden" });
      if (!chosen.ok) return chosen;

      const rows = await tx.verification.findMany({
        where: { articleId, personId: actor.id, verdict: "verified" },
        select: { citationId: true, digest: true },
      });
      const mine = new Set(rows.map(({ citationId, digest }) => `${citationId} ${digest}`));
      const fresh = chosen.value.filter(
        ({ citation, digest, standing }) => standing.state !== "verified" || !mine.has(`${citation} ${digest}`),
      );
      if (fresh.length === 0) return ok({ version: draft.article.version, verified: 0 });
      await tx.verification.createMany({
        data: fresh.map((support) => wordOf(articleId, support, { verdict: "verified", note: "", by: actor.id })),
      });
      const { version } = await recountDraft(tx, articleId, draft);
      await record(tx, actor, {
        type: "citation.verified",
        article: articleId,
        data: {
          citations: fresh.map(({ citation, position, digest }) => ({
            citation: CitationId.parse(citation),
            position,
            digest,
          })),
          titles: [...new Set(fresh.map(({ source }) => shortNameOf(source.record)))],
        },
      });
      return ok({ version, verified: fresh.length });
    }),
});
