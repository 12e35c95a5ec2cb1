import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId, ReferenceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { newId } from "@/server/db/ids";
import { countTry } from "@/server/db/limits";
import { openReportTask } from "@/server/db/reader-reports";

/** A reader's words: plain text, without characters that nobody sees; a form sends the ends of lines as CR LF. */
export const ReportWords = z
  .string()
  .transform((words) =>
    words
      .replace(/\r\n?/gu, "\n")
      .replace(/[^\P{C}\n]/gu, " ")
      .trim(),
  )
  .pipe(z.string().min(1, "Say what is wrong.").max(2000, "At most 2,000 characters."));

/** As many wait at most for one article: more are not read, but held off. */
const mostOpen = 200;

/**
 * Takes what a reader reports, and asks the article's owner to look. It is the one thing that strangers may write: it
 * answers nothing of what is stored, and tries are counted for the address that they come from and for all together.
 */
export const send = command({
  name: "report.send",
  input: z.strictObject({
    articleId: ArticleId,
    edition: z.int().min(1).max(100_000),
    reference: ReferenceId.nullable(),
    words: ReportWords,
    address: z.string().max(200),
  }),
  run: async (actor, { articleId, edition: number, reference, words, address }) => {
    if (!may("report.send", actor)) return fail({ kind: "forbidden" });
    const allowed = await countTry("report", address);
    if (!allowed.ok) return allowed;
    const allTogether = await countTry("reports", "all");
    if (!allTogether.ok) return allTogether;
    return inTransaction(async (tx) => {
      const article = await tx.article.findUnique({ where: { id: articleId } });
      const edition = await tx.edition.findUnique({ where: { articleId_number: { articleId, number } } });
      if (!article || !edition || article.withdrawnAt) return fail({ kind: "not-found" });
      const cited = Cited.parse(edition.references).find(({ id }) => id === reference);
      if (reference !== null && !cited) return fail({ kind: "not-found" });
      if ((await tx.readerReport.count({ where: { articleId, outcome: null } })) >= mostOpen)
        return fail({
          kind: "busy",
          message: "Many reports on this article wait to be read. Try again in a few days.",
        });

      const id = newId();
      const sourceId = cited?.sourceId ?? null;
      await tx.readerReport.create({
        data: { id, articleId, editionId: edition.id, referenceId: reference, sourceId, words },
      });
      const title = cited ? cited.record.title : edition.title;
      await openReportTask(tx, { article, sourceId, title, words });
      await record(tx, actor, { type: "report.received", article: articleId, data: { report: id, edition: number } });
      return ok({});
    });
  },
});

const Cited = z.array(
  z.object({ id: ReferenceId, sourceId: z.string().nullish(), record: z.object({ title: z.string() }) }),
);
