import { z } from "zod";
import { inOwnLetters, marks } from "@/domain/publishing/excerpt";
import type { Found, Hit } from "@/domain/publishing/found";
import { configFor, plainWords } from "@/domain/publishing/search-words";
import { readerConnections, readerPool } from "@/server/db/reader-pool";
import { type ReadersSite, readersSite } from "./readers-site";
import { nearest } from "./search-nearest";

/** So many may be looked up at once, that a connection is left for the pages. */
export const searchesAtOnce = Math.max(1, readerConnections - 1);

const longestQuery = 200;
const onPage = 10;
/** So many of the newest that say it are weighed against each other; more nobody reads through. */
const mostWeighed = 100;
const mostRecent = 1_000;
/** Past this much of a text no excerpt is looked for. */
const mostText = 20_000;

/** What a reader asked for: words, a language tag ("de") or "", and the page of the answer from 1 on. */
export type SearchAsked = { q: string; lang: string; page: number };

/**
 * Looks for what stands published, as the readers' role and in its tables alone. Words are found in all their forms by the
 * languages that there are; where nothing says them, the nearest words that are published are tried instead.
 */
export async function search({ q, lang, page }: SearchAsked, languages: readonly string[]): Promise<Found> {
  const query = plainText(q);
  const language = languages.includes(lang) ? lang : null;
  const asked = { query, language };
  if (!query) return { ...asked, kind: "nothing-asked" };
  if (query.length > longestQuery) return { ...asked, query: "", kind: "too-long" };
  const direct = await look(plainWords(query), language, languages, page);
  if (direct.total > 0) return hitsOf(asked, null, direct, page);
  const meant = page === 1 ? await nearest(plainWords(query)) : null;
  const other = meant === null ? null : await look(meant, language, languages, page);
  return other && other.total > 0 ? hitsOf(asked, meant, other, page) : { ...asked, kind: "none" };
}

/** What the search page says of the house, and the languages that something is published in. */
export async function searchAround(): Promise<{ site: ReadersSite; languages: string[] }> {
  const site = await readersSite();
  const { rows } = await readerPool().query<{ slug: string }>(
    "select slug from list where kind = 'language' and articles > 0 order by slug limit 50",
  );
  return { site, languages: rows.map(({ slug }) => slug) };
}

/** One line of visible text. */
const plainText = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim();

type Looked = { hits: Hit[]; total: number };
type Asked = Pick<Found, "query" | "language">;

function hitsOf(asked: Asked, meant: string | null, found: Looked, page: number): Found {
  const { hits, total } = found;
  const from = (page - 1) * onPage;
  const many = total === mostWeighed;
  return { ...asked, kind: "hits", meant, hits, total, many, page, from, more: total > from + onPage };
}

const Row = z.object({
  slug: z.string(),
  title: z.string(),
  standfirst: z.string(),
  words: z.string(),
  byline: z.string(),
  language: z.string(),
  first_at: z.date(),
  total: z.coerce.number(),
  query: z.string(),
});
type Row = z.infer<typeof Row>;

async function look(
  words: string,
  language: string | null,
  languages: readonly string[],
  page: number,
): Promise<Looked> {
  const configs = [...new Set((language ? [language] : languages).map(configFor))];
  const { rows } = await readerPool().query({
    text: weighed,
    values: [
      words,
      configs.length > 0 ? configs : ["simple"],
      language,
      mostWeighed,
      onPage,
      (page - 1) * onPage,
      mostText,
    ],
  });
  const found = rows.map((row) => Row.parse(row));
  return { hits: await marked(found), total: found[0]?.total ?? 0 };
}

/** The plain form is what was searched, so the words are marked in that and the marks then put into the text itself. */
async function marked(found: readonly Row[]): Promise<Hit[]> {
  if (found.length === 0) return [];
  const { rows } = await readerPool().query<{ title: string; passages: string }>(headlines, [
    found.map(({ language }) => configFor(language)),
    found.map(({ title }) => plainWords(title)),
    found.map(({ words }) => plainWords(words)),
    found[0]?.query,
  ]);
  return found.map(({ slug, title, standfirst, words, byline, language, first_at }, index) => {
    const passages = rows[index]?.passages ?? "";
    return {
      slug,
      title: inOwnLetters(title, rows[index]?.title ?? plainWords(title)),
      excerpt: passages.includes(marks.start)
        ? inOwnLetters(words, passages)
        : [{ text: standfirst || words.slice(0, 240), hit: false }],
      byline,
      language,
      publishedAt: first_at.toISOString(),
    };
  });
}

/**
 * The queries of all languages are one by OR. What many say is found among the newest thousand without a look at the rest;
 * what few say, by the index. So neither a common word nor a rare one costs more where more is published. The newest that
 * match are weighed against each other.
 */
const weighed = `
  with asked as materialized (
    select string_agg('(' || query || ')', ' | ')::tsquery as query
    from (select websearch_to_tsquery(config::regconfig, $1)::text as query from unnest($2::text[]) as config) as each
    where query <> ''
  ), recent as materialized (
    select article_id, first_at, search from published_article
    where standing and ($3::text is null or language = $3 or language like $3 || '-%')
    order by first_at desc, article_id limit ${mostRecent}
  ), common as materialized (
    select article_id, first_at from recent where search @@ (select query from asked) limit $4
  ), enough as materialized (
    select count(*) >= $4 as so from common
  ), rare as materialized (
    select article_id, first_at from published_article
    where standing and search @@ (select query from asked) and not (select so from enough)
      and ($3::text is null or language = $3 or language like $3 || '-%')
  ), newest as (
    select article_id, first_at from common where (select so from enough)
    union all (select article_id, first_at from rare order by first_at desc, article_id limit $4)
  ), best as (
    select article_id, count(*) over () as total, ts_rank_cd(search, (select query from asked)) as weight
    from newest join published_article using (article_id)
    order by weight desc, newest.first_at desc, article_id limit $5 offset $6
  )
  select slug, title, standfirst, left(words, $7) as words, byline, language, first_at, total,
         (select query from asked)::text as query
  from best join published_article using (article_id)
  order by weight desc, first_at desc, article_id`;

const shown = `StartSel=${marks.start}, StopSel=${marks.stop}`;
const headlines = `
  select ts_headline(config::regconfig, title, $4::tsquery, '${shown}, HighlightAll=true') as title,
         ts_headline(config::regconfig, words, $4::tsquery,
           '${shown}, MaxFragments=2, MinWords=10, MaxWords=24, FragmentDelimiter=${marks.between}') as passages
  from unnest($1::text[], $2::text[], $3::text[]) with ordinality as shown (config, title, words, place)
  order by place`;
