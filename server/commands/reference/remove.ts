import { z } from "zod";
import { may } from "@/domain/access/policy";
import { citationsOf } from "@/domain/document/inlines";
import { partsOf } from "@/domain/document/parts";
import { ArticleId, ReferenceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { lockDraft } from "@/server/db/draft";
import { saveList } from "./save-list";

/** Takes an entry off the list; refused while citations rest on it, naming each of them. Its line stays in history. */
export const remove = command({
  name: "reference.remove",
  input: z.strictObject({ articleId: ArticleId, referenceId: ReferenceId }),
  run: (actor, { articleId, referenceId }) =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, articleId);
      const reference = draft?.manuscript.references.find(({ id }) => id === referenceId);
      if (!draft || !reference) return fail({ kind: "not-found" });
      if (!may("article.edit", actor) || !actor.id) return fail({ kind: "forbidden" });
      const { document } = draft.manuscript;
      const headings = new Map(partsOf(document).map((part) => [part.id, part.heading]));
      const cited = citationsOf(document)
        .filter(({ items }) => items.some((item) => item.reference === referenceId))
        .map(({ id, section, excerpt }) => ({
          citation: id,
          section,
          heading: headings.get(section) ?? null,
          excerpt,
        }));
      if (cited.length > 0) {
        const places = cited.length === 1 ? "A citation rests" : `${cited.length} citations rest`;
        return fail({ kind: "cited", message: `${places} on it. Bind or delete them first.`, cited });
      }

      await tx.reference.update({ where: { id: referenceId }, data: { removedAt: new Date() } });
      const { original } = reference;
      return ok({ version: await saveList(tx, actor, draft, { what: "removed", reference: referenceId, original }) });
    }),
});
