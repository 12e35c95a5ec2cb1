import { z } from "zod";
import { may } from "@/domain/access/policy";
import { isLocale } from "@/domain/citation/locales";
import { copyOf } from "@/domain/document/copy";
import { frontOf } from "@/domain/document/parts";
import { ArticleId, ReferenceId } from "@/domain/ids";
import { languageOf } from "@/domain/publishing/language";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { beginArticle } from "@/server/db/begin-article";
import { type Draft, lockDraft } from "@/server/db/draft";
import { publishedText } from "@/server/db/published-text";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { isTranslatedInto, joinWork } from "@/server/db/translations";

/**
 * Begins a translation: a new article of the actor's with the text that readers have of the original (its draft while they
 * have none), section for section and with every citation in its place, to be written over in the language that is said.
 */
export const beginTranslation = command({
  name: "article.begin-translation",
  input: z.strictObject({ ofId: ArticleId, locale: z.string().max(20), id: ArticleId.optional() }),
  run: (actor, { ofId, locale, id }) =>
    inTransaction(async (tx) => {
      const original = await lockDraft(tx, ofId);
      if (!original) return fail({ kind: "not-found" });
      if (!may("article.create", actor) || !actor.id) return fail({ kind: "forbidden" });
      if (!isLocale(locale)) return fail({ kind: "invalid", message: "There is no such language here." });
      if (original.article.withdrawnAt)
        return fail({ kind: "wrong-state", message: "It was withdrawn by law: nothing of it is published again." });
      if (await isTranslatedInto(tx, ofId, locale, ""))
        return fail({ kind: "taken", message: "There is one in this language already." });
      const articleId = id ?? ArticleId.parse(newId());
      if (await tx.article.findUnique({ where: { id: articleId } }))
        return fail({ kind: "taken", message: "There is an article with this id already." });

      const { document, references } = copied({ ...original, text: await publishedText(tx, original) });
      const { title } = frontOf(document);
      const name = `${title} ${languageOf(locale)}`;
      const { slug } = await beginArticle(tx, {
        articleId,
        document,
        references,
        reason: "created",
        author: actor.id,
        name,
      });
      const { version } = await tx.article.update({
        where: { id: articleId },
        data: { locale, style: original.article.style, version: { increment: 1 } },
      });
      const ofEdition = await joinWork(tx, articleId, ofId);
      await tx.article.update({ where: { id: ofId }, data: { version: { increment: 1 } } });
      await record(tx, actor, { type: "article.created", article: articleId, data: { title, slug } });
      await record(tx, actor, {
        type: "article.translated",
        article: articleId,
        data: { other: ofId, title: original.article.title, edition: ofEdition, left: null },
      });
      return ok({ articleId, slug, version });
    }),
});

/** The text under ids of its own, with a source list of its own. */
function copied({ text, manuscript }: Pick<Draft, "manuscript"> & { text: Draft["manuscript"]["document"] }) {
  const own = new Map(manuscript.references.map((reference) => [reference.id, ReferenceId.parse(newId())]));
  return {
    document: copyOf(text, newId, (reference) => own.get(reference) ?? null),
    references: manuscript.references.map((reference) => ({ ...reference, id: own.get(reference.id) ?? reference.id })),
  };
}
