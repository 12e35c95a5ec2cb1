import { z } from "zod";
import { may } from "@/domain/access/policy";
import { ArticleId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import type { SourceRecord } from "@/domain/source/record";
import { formatNames, formatOf, formats } from "@/server/bibliography/formats";
import { command } from "@/server/commands/command";
import { inTransaction, type Tx } from "@/server/db";
import { newId } from "@/server/db/ids";

/**
 * Reads a bibliography and keeps it entry by entry, to be looked at and then brought in with `source.import`; no source is
 * made yet. With an article, its entries will come onto that article's list too.
 */
export const readFile = command({
  name: "source.read-file",
  bodyLimit: 9 * 1024 * 1024,
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
        record,
        leftOut,
        why: null,
        outcome: null,
      })),
      ...failures.map(({ key, line, raw, why }) => ({
        key,
        line,
        raw,
        record: null,
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
      await keepEntries(tx, id, rows);
      return ok({ bibliographyId: id, format, read: entries.length, failed: failures.length });
    });
  },
});

type Row = {
  key: string | null;
  line: number;
  raw: string;
  record: SourceRecord | null;
  leftOut: string[];
  why: string | null;
  outcome: string | null;
};

/** All entries in one statement: thousands of rows are one parameter. */
async function keepEntries(tx: Tx, bibliographyId: string, rows: readonly Row[]): Promise<void> {
  const kept = rows.map(({ key, raw, leftOut, ...row }, position) => ({
    ...row,
    position,
    key: key === null ? null : keepable(key).slice(0, 300),
    raw: keepable(raw),
    left_out: leftOut.map(keepable),
  }));
  await tx.$executeRaw`
    insert into bibliography_entry (bibliography_id, position, key, line, raw, record, left_out, why, outcome)
    select ${bibliographyId}::uuid, r.position, r.key, r.line, r.raw, nullif(r.record, 'null'::jsonb), r.left_out, r.why, r.outcome
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
      as r (position int, key text, line int, raw text, record jsonb, left_out text[], why text, outcome text)`;
}

/** Text as Postgres can keep it: without NUL and halves of characters. */
const keepable = (text: string): string => text.replaceAll("\0", "\ufffd").replace(/\p{Cs}/gu, "\ufffd");
