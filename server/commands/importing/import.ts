import { z } from "zod";
import { may } from "@/domain/access/policy";
import { frontOf } from "@/domain/document/parts";
import { importDraft } from "@/domain/importing/import";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { beginArticle } from "@/server/db/begin-article";
import { keepSources } from "@/server/db/cited-sources";
import { readDraft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { keepImport } from "@/server/db/imports";
import { keepRevision } from "@/server/db/revisions";
import { withBibliography } from "@/server/importing/bibliography-ledger";
import type { BibliographyFile } from "@/server/importing/read-bibliography";
import { readPaperAndBibliography } from "@/server/importing/read-paper";
import { largestDraft, readText } from "@/server/importing/read-text";

/**
 * Makes an article of a pasted or uploaded text: its document, its source list and the ledger of what became of every
 * marker. The text itself is kept whole. `name` is the file's, null for a paste; `articleId` is the new article's. What
 * the text cites of `bibliographies` (BibTeX, BibLaTeX, CSL-JSON) becomes sources of the library with it.
 */
export const importText = command({
  name: "draft.import",
  bodyLimit: 16 * 1024 * 1024,
  input: z.strictObject({
    name: z.string().trim().min(1).max(300).nullable(),
    text: z.string(),
    articleId: ArticleId.optional(),
    bibliographies: z
      .array(z.strictObject({ name: z.string().trim().min(1).max(300), text: z.string().max(largestDraft) }))
      .max(10)
      .optional(),
  }),
  run: async (actor, { name, text: given, articleId: wanted, bibliographies = [] }) => {
    if (!may("article.create", actor) || !actor.id) return fail({ kind: "forbidden" });
    const author = actor.id;
    const text = readText(Buffer.from(given));
    if (!text.ok) return fail({ ...text.error, kind: text.error.kind === "too-large" ? "too-large" : "invalid" });
    const bad = bibliographies.flatMap(whyUnreadable);
    if (bad.length > 0) return fail({ kind: "invalid", message: bad.join(" ") });
    const paper = readPaperAndBibliography(text.value, name, bibliographies, newId);
    const imported = importDraft(paper.tree, newId, new Map(), paper.bibliography);
    const { document } = imported;
    const ledger = withBibliography(imported, paper.bibliography);
    if (imported.references.some(({ source }) => source) && !may("source.edit", actor))
      return fail({ kind: "forbidden" });
    const articleId = wanted ?? ArticleId.parse(newId());

    return inTransaction(async (tx) => {
      if (await tx.article.findUnique({ where: { id: articleId } }))
        return fail({ kind: "taken", message: "There is an article with this id already." });
      const { title } = frontOf(document);
      const { references, created } = await keepSources(tx, imported.references, author);
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
      for (const data of created) await record(tx, actor, { type: "source.created", article: null, data });
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

function whyUnreadable({ name, text }: BibliographyFile): string[] {
  const read = readText(Buffer.from(text));
  return read.ok ? [] : [`${name}: ${read.error.message.replaceAll("The draft", "The bibliography")}`];
}
