import type pg from "pg";

/** Two words that some articles say: common ones with rarer ones, by the number of the question. */
export const words = (index: number): string => `${spelt((index * 7) % 40)} ${spelt((index * 7919) % vocabulary)}`;

const vocabulary = 8_000;
const syllables = ["ka", "lo", "mi", "ter", "su", "ban", "rel", "dor", "vi", "nu"];

/** The word of a number: four syllables by its digits. */
const spelt = (number: number): string =>
  [...String(number).padStart(4, "0")].map((digit) => syllables[Number(digit)]).join("");

/**
 * Makes published articles by SQL until there are so many: rows of articles, editions, pages and lists as publishing makes them,
 * with triggers off, for to write each of them honestly would take days. 120 words each, common and rare; ten topics, 300 authors.
 */
export async function fillTo(owner: pg.Client, wanted: number): Promise<void> {
  const { rows } = await owner.query<{ there: number }>("select count(*)::int as there from published_article");
  const missing = wanted - (rows[0]?.there ?? 0);
  if (missing <= 0) return;
  await owner.query("set session_replication_role = replica");
  for (let done = 0; done < missing; done += 2_000)
    await owner.query(filling, [Math.min(2_000, missing - done), (rows[0]?.there ?? 0) + done, syllables, vocabulary]);
  for (const statement of counted) await owner.query(statement);
  await owner.query("set session_replication_role = origin");
  await owner.query("analyze");
}

const filling = `
  with person as (select id from user_account limit 1), made as (
    select gen_random_uuid() as article, gen_random_uuid() as edition, $2 + n as number,
           now() - interval '3 years' + ($2 + n) * interval '13 minutes' as at,
           (select string_agg(spelt.word, ' ') from generate_series(1, 120) as place, lateral (
              select string_agg(($3::text[])[1 + digit::int], '') as word
              from regexp_split_to_table(lpad(floor($4 * power(random(), 3) + 0 * place)::int::text, 4, '0'), '') as digit
            ) as spelt where n = n) as words
    from generate_series(1, $1) as n
  ), articles as (
    insert into article (id, slug, digest, title, live_edition_id, owner_id, updated_by)
    select article, 'made-' || number, '-', 'Made ' || number, edition, person.id, person.id from made, person
  ), editions as (
    insert into edition (id, article_id, number, kind, slug, title, standfirst, byline, digest, gate_report_id, "references", published_by, published_at)
    select edition, article, 1, 'first', 'made-' || number, 'Made ' || number, left(words, 90), 'Author ' || number % 300, '-', edition, '[]', person.id, at
    from made, person
  ), pages as (
    insert into page (path, kind, article_id, edition_id, content_type, etag, body, gzip, brotli)
    select '/made-' || number, 'article', article, edition, 'text/html; charset=utf-8', '"' || number || '"', convert_to(words, 'UTF8'), '', '' from made
  ), listings as (
    insert into listed (list, article_id, page, first_at)
    select list, article, page, at from made, lateral (values
      ('topic:topic-' || number % 10, 1 + number / 10 / 30), ('author:author-' || number % 300, 1 + number / 300 / 30),
      ('month:' || to_char(at, 'YYYY-MM'), 1 + number % 3300 / 30), ('language:en', 1 + number / 30), ('sitemap:articles', 1 + number / 2000)
    ) as on_list (list, page)
  )
  insert into published_article (article_id, edition_id, slug, title, standfirst, byline, language, number, kind, standing, sources, first_at, latest_at, words, search)
  select article, edition, 'made-' || number, 'Made ' || number, left(words, 90), 'Author ' || number % 300, 'en', 1, 'first', true, 3, at, at, words, to_tsvector('english', words)
  from made`;

/** The lists with their counts and pages, and the words that are published. */
const counted = [
  `insert into list (name, kind, slug, title, articles, pages, latest_at)
   select list, split_part(list, ':', 1), split_part(list, ':', 2), initcap(replace(split_part(list, ':', 2), '-', ' ')), count(*), max(page), max(first_at)
   from listed group by list
   on conflict (name) do update set articles = excluded.articles, pages = excluded.pages, latest_at = excluded.latest_at`,
  "insert into list_page (list, page, touched) select distinct list, page, false from listed on conflict do nothing",
  `insert into published_word select distinct word from published_article, regexp_split_to_table(words, '[^a-z]+') as word
   where length(word) between 4 and 30 on conflict do nothing`,
];
