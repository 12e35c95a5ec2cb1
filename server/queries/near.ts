import type { Missed } from "@/domain/publishing/near";
import { readerPool } from "@/server/db/reader-pool";

/** A published article whose address or title is near to what was asked for. */
export type Near = { slug: string; title: string; language: string };

/** Slug or title has to be as near as this to be what was meant (pg_trgm's similarity, 0 to 1). */
const near = 0.4;
const mostNear = 3;
/** So many are weighed that stand before what was asked for, and so many that stand behind. */
const mostBeside = 50;
/** Past so many milliseconds the database gives up: nobody waits longer for a page that is not there. */
const longest = 250;

/**
 * The published articles that a missed address may have been meant for, the nearest first: as the readers' role, and at the
 * same cost however much is published.
 */
export async function nearest({ words, beginning, runs }: Missed): Promise<Near[]> {
  const client = await readerPool().connect();
  try {
    await client.query(`begin read only; set local statement_timeout = ${longest}`);
    const { rows } = await client.query<Near>(lookUp, [words, beginning, runs]);
    return rows;
  } finally {
    // What the transaction set is gone with it, also where it failed.
    await client.query("rollback").then(
      () => client.release(),
      () => client.release(true),
    );
  }
}

const shown = "select article_id, slug, title, title_slug, language, first_at from published_article where standing";

/** What stands beside a text in the order of an index: those behind it and those before it. */
const beside = (order: string, text: string): string => `
    (${shown} and ${order} ~>=~ ${text} order by ${order} using ~<~ limit ${mostBeside})
    union
    (${shown} and ${order} ~<~ ${text} order by ${order} using ~>~ limit ${mostBeside})`;

/** A slug that is a part of what was asked for, or goes on where that was cut off, counts as half meant already. */
export const lookUp = `
  with found as materialized (
    (${shown} and slug = any ($3::text[]))
    union ${beside("slug", "$1::text")}
    union ${beside("reverse(slug)", "reverse($1::text)")}
    union ${beside("title_slug", "$1::text")}
    union ${beside("reverse(title_slug)", "reverse($1::text)")}
  ), compared as (
    select *, greatest(trigrams.similarity(slug, $1::text), trigrams.similarity(title_slug, $1::text)) as likeness,
           slug = any ($3::text[]) or ($2::text <> '' and starts_with(slug, $2::text)) as is_part
    from found
  )
  select slug, title, language from compared
  where is_part or likeness >= ${near}
  order by case when is_part then (1 + likeness) / 2 else likeness end desc, first_at desc, article_id limit ${mostNear}`;
