import { onServer } from "@/server/testing/database";
import { inOneTransaction } from "@/server/testing/newsroom-sql";
import type { ArticleId } from "./articles";

/**
 * Tries to print an edition of a draft with the app's own connection, by hand and with a forged report that nothing is
 * wrong; answers the name of the constraint that refused it.
 */
export async function printByHand(article: ArticleId, forged: readonly string[] = []): Promise<string> {
  const url = process.env["DATABASE_APP_URL"];
  if (!url) throw new Error("DATABASE_APP_URL is the connection that the product itself has");
  return onServer(url, async (client) => {
    const sql = [...forged, report, edition].join(";").replaceAll(":article", `'${article}'`);
    try {
      await inOneTransaction(client, sql);
      return "nothing: it was printed";
    } catch (error) {
      return error instanceof Error && "constraint" in error ? String(error.constraint) : String(error);
    }
  });
}

/** Statements that make a draft look reviewed and approved, so that only its text is left to say that it is not. */
export const forgedApproval: readonly string[] = [
  `insert into review (id, article_id, number, submitted_by)
    select gen_random_uuid(), id, 1, owner_id from article where id = :article`,
  "update article set state = 'in_review', version = version + 1 where id = :article",
  "update article set state = 'approved', version = version + 1 where id = :article",
];

const report = `insert into gate_report (id, article_id, digest, open_blockers, rules_version, findings, waivers)
  select gen_random_uuid(), id, digest, 0, '1', '[]', '[]' from article where id = :article`;

const edition = `insert into edition
    (id, article_id, number, kind, slug, title, standfirst, byline, digest, gate_report_id, "references", published_by)
  select gen_random_uuid(), article.id, 1, 'first', slug, title, '', 'Nobody', article.digest, gate_report.id, '[]', owner_id
  from article join gate_report on gate_report.article_id = article.id
  where article.id = :article order by gate_report.id desc limit 1`;
