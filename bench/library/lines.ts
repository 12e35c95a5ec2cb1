import type pg from "pg";

export const author = "0192f0c1-0000-7000-8000-000000000001";
const syllables =
  "ba co de fi gu har ing ka lo men nor op pra qui ra sta tion ul ver wa xen yor zel ers and the con tra al ent".split(
    " ",
  );

/** A made-up word; low numbers are frequent in the titles, high ones are rare. They share syllables, as words do. */
export function word(rank: number): string {
  const at = (n: number) => syllables[n % syllables.length] ?? "";
  return `${at(rank * 7)}${at(Math.floor(rank / 3) + 5)}${at(rank * 11 + 3)}${at(Math.floor(rank / 31))}`;
}

const words = Array.from({ length: 5_000 }, (_, rank) => word(rank));

/** Takes the indexes of the list away, so that it is filled quickly; what it answers puts them back. */
export async function indexLines(owner: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await owner.query<{ name: string; text: string }>(
    `select indexname as name, indexdef as text from pg_indexes
     where tablename = 'library_entry' and indexname <> 'library_entry_pkey'`,
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  return async () => {
    for (const { text } of rows) await owner.query(text);
  };
}

/**
 * Writes the sources of these numbers with what is known of them: one in two is a page, most pages answer, one in a
 * hundred works is retracted, one source in five is used, most often once.
 */
export async function addLines(owner: pg.Client, from: number, to: number): Promise<void> {
  await owner.query(
    `insert into user_account (id, email, name, password_hash, roles)
     select $1, 'bench@example.org', 'Bench', '-', '{editor}' on conflict do nothing`,
    [author],
  );
  await owner.query(
    `create temporary table made on commit preserve rows as
     select gen_random_uuid() as id, n, r, 1950 + (r * 75)::int as year,
       (select string_agg(($3::text[])[1 + (power(random(), 3) * 4999)::int], ' ') from generate_series(1, 6 + (n % 5)) w where n > 0) as title,
       (array['webpage','webpage','webpage','webpage','article-journal','article-journal','article-journal','book','report','legislation'])
         [1 + (random() * (case when random() < 0.02 then 9.49 else 8.49 end))::int] as type,
       case when random() < 0.5 then gen_random_uuid() else $4::uuid end as by,
       case when random() < 0.02 then array['tag' || n % 20] when random() < 0.0002 then array['rare7'] else '{}' end as tags
     from (select n, random() as r from generate_series($1::int + 1, $2::int) n) numbers`,
    [from, to, words, author],
  );
  await owner.query(
    `insert into source (id, record, type, title, year, search, tags, created_by, created_at)
     select id, jsonb_build_object('type', type, 'title', title, 'URL', 'https://h' || n % 5000 || '.example/' || n,
         'container-title', 'Container ' || n % 3000, 'author', jsonb_build_array(jsonb_build_object('family', 'Family' || n % 2000))),
       type, title, year, lower(concat_ws(' ', title, 'family' || n % 2000, 'container ' || n % 3000, 'https://h' || n % 5000 || '.example/' || n,
         year, 'doi:10.5555/bench.' || n)), tags, by, now() - r * interval '3 years'
     from made`,
  );
  await owner.query(
    `insert into source_link (source_id, url, host, state, checked_at)
     select id, 'https://h' || n % 5000 || '.example/' || n, 'h' || n % 5000 || '.example',
       (array['alive','alive','alive','alive','alive','alive','alive','redirected','paywalled','bot-walled','unreachable','unchecked','dead','gone','soft-404'])
         [1 + floor(power(random(), 1.6) * 15)::int], now() - r * interval '9 days'
     from made where n % 10 < 8`,
  );
  await owner.query(
    `insert into source_standing (source_id, state)
     select id, case when random() < 0.01 then 'retracted' when random() < 0.02 then 'corrected' else 'clear' end from made where n % 3 = 0`,
  );
  await owner.query(
    `insert into reference (id, article_id, position, labels, source_id)
     select gen_random_uuid(), gen_random_uuid(), 0, '{}', id
     from made, generate_series(1, (1 + power(random(), 6) * 40)::int) where n % 5 = 0`,
  );
  await owner.query("insert into library_entry select * from library_entries_of(array(select id from made))");
  await owner.query("drop table made");
}
