import { z } from "zod";
import { may } from "@/domain/access/policy";
import { isLocale } from "@/domain/citation/locales";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { isStyle, lockStyles, withSource } from "@/server/db/citing";
import { lockArticle } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { isTranslatedInto } from "@/server/db/translations";

/**
 * Chooses the style and the language of an article's citations; null is the site's. It is no change of the text: what was
 * approved stays approved, and editions keep the style that they were published in.
 */
export const restyle = command({
  name: "article.restyle",
  input: z.strictObject({
    articleId: ArticleId,
    style: z.string().min(1).max(200).nullable(),
    locale: z.string().max(20).nullable(),
  }),
  run: (actor, { articleId, style, locale }) =>
    inTransaction(async (tx) => {
      const article = await lockArticle(tx, articleId);
      if (!article) return fail({ kind: "not-found" });
      if (!may("article.edit", actor)) return fail({ kind: "forbidden" });
      await lockStyles(tx);
      if (style !== null && !(await isStyle(tx, style)))
        return fail({ kind: "unknown-style", message: "There is no such style here." });
      if (locale !== null && !isLocale(locale))
        return fail({ kind: "unknown-locale", message: "There is no such language here." });
      if (article.style === style && article.locale === locale) return ok({ version: article.version });
      if (article.locale !== locale && (await isTranslatedInto(tx, articleId, locale, articleId)))
        return fail({ kind: "taken", message: "Another article of the same work is in this language." });

      const { version } = await tx.article.update({
        where: { id: articleId },
        data: { style, locale, version: { increment: 1 } },
      });
      const title = style === null ? "the site’s" : (await withSource(tx, { style, locale: locale ?? "" })).title;
      await record(tx, actor, {
        type: "article.restyled",
        article: articleId,
        data: { style: title, id: style, locale, language: article.locale !== locale },
      });
      return ok({ version });
    }),
});
