import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { formatNames, formatOf, formats } from "@/server/bibliography/formats";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { newId } from "@/server/db/ids";
import { json, noJson } from "@/server/db/rows";

/**
 * Reads a bibliography and keeps it entry by entry, to be looked at and then brought in with `source.import`; no source is
 * made yet. With an article, its entries will come onto that article's list too.
 */
export const readFile = command({
  name: "source.read-file",
  bodyLimit: 24 * 1024 * 1024,
  input: z.strictObject({
    name: z.string().trim().min(1).max(300),
    text: z.string().max(20_000_000),
    format: z.enum(formatNames).nullable(),
    articleId: ArticleId.nullable(),
  }),
  run: async (actor, { name, text, format: said, articleId }) => {
    if (!may("source.import", actor) || !actor.id) return fail({ kind: "forbidden" });
    const by = actor.id;
    const format = said ?? formatOf(text);
    if (!format)
      return fail({ kind: "invalid", message: "This is not a bibliography in BibTeX, RIS, CSL-JSON or EndNote." });
    const { entries, failures } = formats[format].read(text);
    if (entries.length + failures.length === 0)
      return fail({ kind: "invalid", message: `There is no entry in this ${formats[format].label} file.` });
    const rows = [
      ...entries.map(({ key, line, raw, record, leftOut }) => ({
        key,
        line,
        raw,
        record: json(record),
        leftOut,
        why: null,
        outcome: null,
      })),
      ...failures.map(({ key, line, raw, why }) => ({
        key,
        line,
        raw,
        record: noJson,
        leftOut: [],
        why,
        outcome: "failed",
      })),
    ].toSorted((one, other) => one.line - other.line);
    return inTransaction(async (tx) => {
      if (articleId) {
        const article = await tx.article.findUnique({ where: { id: articleId }, select: { id: true } });
        if (!article) return fail({ kind: "not-found" });
        if (!may("article.edit", actor)) return fail({ kind: "forbidden" });
      }
      const id = newId();
      await tx.bibliography.create({
        data: {
          id,
          name: keepable(name),
          format,
          articleId,
          byId: by,
          doneAt: entries.length === 0 ? new Date() : null,
        },
      });
      await tx.bibliographyEntry.createMany({
        data: rows.map((row, position) => ({
          ...row,
          key: row.key === null ? null : keepable(row.key).slice(0, 300),
          raw: keepable(row.raw),
          bibliographyId: id,
          position,
        })),
      });
      return ok({ bibliographyId: id, format, read: entries.length, failed: failures.length });
    });
  },
});

/** Text as Postgres can keep it: without NUL and halves of characters. */
const keepable = (text: string): string => text.replaceAll("\0", "\ufffd").replace(/\p{Cs}/gu, "\ufffd");
