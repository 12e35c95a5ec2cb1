import { z } from "zod";
import { may } from "@/domain/access/policy";
import { frontOf } from "@/domain/document/parts";
import { importDraft } from "@/domain/importing/import";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { beginArticle } from "@/server/db/begin-article";
import { readDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { keepImport } from "@/server/db/imports";
import { keepRevision } from "@/server/db/revisions";
import { readDraft as readTree } from "@/server/importing/read-draft";
import { readText } from "@/server/importing/read-text";

/**
 * Makes an article of a pasted or uploaded text: its document, its source list and the ledger of what became of every
 * marker. The text itself is kept whole. `name` is the file's, null for a paste; `articleId` is the new article's.
 */
export const importText = command({
  name: "draft.import",
  bodyLimit: 8 * 1024 * 1024,
  input: z.strictObject({
    name: z.string().trim().min(1).max(300).nullable(),
    text: z.string(),
    articleId: ArticleId.optional(),
  }),
  run: async (actor, { name, text: given, articleId: wanted }) => {
    if (!may("article.create", actor) || !actor.id) return fail({ kind: "forbidden" });
    const author = actor.id;
    const text = readText(Buffer.from(given));
    if (!text.ok) return fail({ ...text.error, kind: text.error.kind === "too-large" ? "too-large" : "invalid" });
    const { document, references, ledger } = importDraft(readTree(text.value, name), newId);
    const articleId = wanted ?? ArticleId.parse(newId());

    return inTransaction(async (tx) => {
      if (await tx.article.findUnique({ where: { id: articleId } }))
        return fail({ kind: "taken", message: "There is an article with this id already." });
      const { title } = frontOf(document);
      const { slug, version } = await beginArticle(tx, {
        articleId,
        document,
        references,
        reason: "imported",
        author,
        name: title || (name ?? ""),
      });
      const importId = await keepImport(tx, { articleId, name: name ?? "", text: text.value, ledger, author });
      const draft = await readDraft(tx, articleId);
      if (draft) await keepRevision(tx, draft, { kind: "imported", note: name ?? "", author, version });
      const { found, resolved, held } = ledger;
      await record(tx, actor, {
        type: "article.imported",
        article: articleId,
        data: { import: importId, name, title, slug, found, resolved, held },
      });
      return ok({ articleId, slug, version, ledger, warnings: ledger.warnings });
    });
  },
});
