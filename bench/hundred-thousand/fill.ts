import type pg from "pg";

/** Two words that some articles say: common ones with rarer ones, by the number of the question. */
export const words = (index: number): string => `${spelt((index * 7) % 40)} ${spelt((index * 7919) % vocabulary)}`;

const vocabulary = 8_000;
const syllables = ["ka", "lo", "mi", "ter", "su", "ban", "rel", "dor", "vi", "nu"];

/** The word of a number: four syllables by its digits. */
const spelt = (number: number): string =>
  [...String(number).padStart(4, "0")].map((digit) => syllables[Number(digit)]).join("");

/**
 * Makes published articles by SQL until there are so many: rows of articles, editions, pages and lists as publishing makes
 * them, with triggers off, for to write each of them honestly would take days. Two thousand texts of 60 words, common and
 * rare, are used again and again; each has a title of six words of its own; ten topics, 300 authors.
 */
export async function fillTo(owner: pg.Client, wanted: number): Promise<void> {
  const { rows } = await owner.query<{ there: number }>("select count(*)::int as there from published_article");
  const there = rows[0]?.there ?? 0;
  if (there >= wanted) return;
  await owner.query("set session_replication_role = replica");
  await owner.query("drop index published_by_words");
  await owner.query(spelling);
  await owner.query(texts);
  for (let done = there; done < wanted; done += 5_000)
    await owner.query(filling, [Math.min(5_000, wanted - done), done]);
  for (const statement of counted) await owner.query(statement);
  await owner.query("create index published_by_words on published_article using gin (search) with (fastupdate = off)");
  await owner.query("set session_replication_role = origin");
  await owner.query("analyze");
}

const spelling = `
  create temp table if not exists spelt as
  select number, (select string_agg(('{${syllables.join()}}'::text[])[1 + digit::int], '') from regexp_split_to_table(lpad(number::text, 4, '0'), '') as digit) as word
  from generate_series(0, ${vocabulary} - 1) as number`;

const texts = `
  create temp table if not exists sample as with said as (
    select place / 60 as number, floor(${vocabulary} * power(random(), 3))::int as word from generate_series(0, 119999) as place
  )
  select said.number, string_agg(spelt.word, ' ') as words, to_tsvector('english', string_agg(spelt.word, ' ')) as search
  from said join spelt on spelt.number = said.word group by said.number`;

const filling = `
  with person as (select id from user_account limit 1), made as (
    select gen_random_uuid() as article, gen_random_uuid() as edition, $2::int + n as number,
           now() - interval '3 years' + ($2::int + n) * interval '13 minutes' as at, words, search, title,
           replace(title, ' ', '-') || '-' || $2::int + n as slug
    from generate_series(1, $1::int) as n join sample on sample.number = ($2::int + n) % 2000
    join (
      select title.number, string_agg(word, ' ' order by place) as title
      from generate_series($2::int + 1, $2::int + $1::int) as title (number) cross join generate_series(0, 5) as place
      join spelt on spelt.number = title.number::bigint * (place * 7919 + 1) % ${vocabulary}
      group by title.number
    ) as titled on titled.number = $2::int + n
  ), articles as (
    insert into article (id, slug, digest, title, live_edition_id, owner_id, updated_by)
    select article, slug, '-', title, edition, person.id, person.id from made, person
  ), editions as (
    insert into edition (id, article_id, number, kind, slug, title, standfirst, byline, digest, gate_report_id, "references", published_by, published_at)
    select edition, article, 1, 'first', slug, title, left(words, 90), 'Author ' || number % 300, '-', edition, '[]', person.id, at
    from made, person
  ), pages as (
    insert into page (path, kind, article_id, edition_id, content_type, etag, body, gzip, brotli)
    select '/' || slug, 'article', article, edition, 'text/html; charset=utf-8', '"' || number || '"', convert_to(words, 'UTF8'), '', '' from made
  ), listings as (
    insert into listed (list, article_id, page, first_at, latest_at)
    select list, article, page, at, at from made, lateral (values
      ('topic:topic-' || number % 10, 1 + number / 10 / 30), ('author:author-' || number % 300, 1 + number / 300 / 30),
      ('month:' || to_char(at, 'YYYY-MM'), 1 + number % 3300 / 30), ('language:en', 1 + number / 30), ('sitemap:articles', 1 + number / 2000)
    ) as on_list (list, page)
  )
  insert into published_article (article_id, edition_id, slug, title, standfirst, byline, language, number, kind, standing, sources, title_slug, first_at, latest_at, words, search)
  select article, edition, slug, title, left(words, 90), 'Author ' || number % 300, 'en', 1, 'first', true, 3, replace(title, ' ', '-'), at, at, words, search
  from made`;

/** The lists with their counts and pages, and the words that are published. */
const counted = [
  `insert into list (name, kind, slug, title, articles, pages, latest_at)
   select list, split_part(list, ':', 1), split_part(list, ':', 2), initcap(replace(split_part(list, ':', 2), '-', ' ')), count(*), max(page), max(first_at)
   from listed group by list
   on conflict (name) do update set articles = excluded.articles, pages = excluded.pages, latest_at = excluded.latest_at`,
  "insert into list_page (list, page, touched) select distinct list, page, false from listed on conflict do nothing",
  `insert into published_word select distinct word from sample, regexp_split_to_table(words, ' ') as word
   where length(word) between 4 and 30 on conflict do nothing`,
];
