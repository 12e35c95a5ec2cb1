import { z } from "zod";
import { ArticleId, ReferenceId } from "@/domain/ids";
import { fail, ok, type Result } from "@/domain/result";
import { ReportWords } from "@/server/commands/report/send";

/** A report as its form sends it. */
export type Report = {
  articleId: ArticleId;
  edition: number;
  reference: ReferenceId | null;
  words: string;
  token: string | null;
};

const Fields = z.strictObject({
  article: ArticleId,
  edition: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number),
  reference: z.union([z.literal("").transform(() => null), ReferenceId]),
  words: ReportWords,
  /** People do not see this field. */
  website: z.literal("", "Leave the last field empty: it is there for programs."),
  token: z.string().max(200).exactOptional(),
});

/** Reads a report from a form (application/x-www-form-urlencoded); refused, in words, where something is not right. */
export function readReport(body: string): Result<Report, string> {
  const entries = [...new URLSearchParams(body)];
  if (new Set(entries.map(([name]) => name)).size !== entries.length) return fail("A field was sent twice.");
  const fields = Fields.safeParse(Object.fromEntries(entries));
  if (!fields.success) {
    const own = fields.error.issues.find(({ path }) => path[0] === "words" || path[0] === "website");
    return fail(own ? own.message : "Please open the form on the article’s page and try again.");
  }
  const { article, edition, reference, words, token } = fields.data;
  return ok({ articleId: article, edition, reference, words, token: token ?? null });
}
