-- The library is filtered, counted, searched and sorted in a million sources: one narrow line for each that stands, kept by
-- triggers beside what it is made from, with an index for each order and one for all that is filtered and searched by.

create schema trigrams;
create extension if not exists pg_trgm schema trigrams;
grant usage on schema trigrams to imprimatur_app;

-- `title` is the beginning of the title in small letters, to sort by. `marks` is all that a line is filtered by ("link:dead",
-- "tag:climate"). `dice` is a number from 0 to 1023 by which samples are drawn; `looked_at` is 1970 for what was never looked at.
create table library_entry (
  source_id uuid primary key references source,
  title     text not null,
  search    text not null,
  year      integer,
  added_at  timestamptz(3) not null,
  looked_at timestamptz(3) not null,
  cited     integer not null,
  health    smallint not null,
  marks     text[] not null,
  dice      smallint not null
);

-- How much a source needs somebody, from what is known of its link and of its work: what is lost or withdrawn first, then
-- what nobody can tell, 0 for what is found and stands. No value is that of a link and of a work at once.
create or replace function health_of_link(state text) returns smallint
language sql immutable
set search_path = pg_catalog, public, pg_temp
as $$
  select (case state
    when 'unsafe' then 90 when 'dead' then 80 when 'gone' then 70 when 'soft-404' then 60
    when 'unreachable' then 40 when 'bot-walled' then 30 when 'unchecked' then 20
    when 'paywalled' then 12 when 'redirected' then 10 else 0 end)::smallint
$$;

create or replace function health_of_work(state text) returns smallint
language sql immutable
set search_path = pg_catalog, public, pg_temp
as $$
  select (case state
    when 'retracted' then 95 when 'concern' then 65 when 'corrected' then 25 when 'reinstated' then 15 else 0 end)::smallint
$$;

-- The words of a search text, as the index has them; nothing of a text is between words but what `wordBreak` of
-- domain/source/search-text names.
create or replace function library_words(search text) returns tsvector
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$
  select array_to_tsvector(array(
    select left(word, 200) from unnest(regexp_split_to_array(search, '[\s!-/:-@\[-\x60{-~‘’“”„«»‹›…–—·]+')) word where word <> ''
  ))
$$;

-- What the library's list says of these sources; those that were merged into others are not on it.
create or replace function library_entries_of(of_sources uuid[]) returns setof library_entry
language sql stable
set search_path = pg_catalog, public, pg_temp
as $$
  select s.id, left(lower(s.title), 120), s.search, s.year, s.created_at,
    coalesce(link.checked_at, to_timestamp(0)), rests.articles,
    greatest(health_of_link(link.state), health_of_work(standing.state)),
    array_remove(array[
      'type:' || s.type,
      'link:' || coalesce(link.state, 'none'),
      'standing:' || coalesce(standing.state, 'none'),
      'used:' || case when rests.articles > 0 then 'yes' else 'no' end,
      'by:' || s.created_by,
      'in:' || left(coalesce(s.record ->> 'container-title', s.record ->> 'publisher'), 200)
    ], null) || array(select 'tag:' || tag from unnest(s.tags) as tag),
    (abs(hashtext(s.id::text)::bigint) % 1024)::smallint
  from source s
    left join source_link link on link.source_id = s.id
    left join source_standing standing on standing.source_id = s.id
    cross join lateral (
      select count(distinct article_id)::integer as articles from reference
      where reference.source_id = s.id and removed_at is null
    ) rests
  where s.id = any(of_sources) and s.merged_into is null
$$;

-- Writes these sources' lines anew. Whoever else writes one of them is waited for first, and what they wrote is then seen.
create or replace function relist_sources(touched uuid[]) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if coalesce(cardinality(touched), 0) = 0 then
    return;
  end if;
  perform from library_entry where source_id = any(touched) order by source_id for update;
  delete from library_entry using source
    where library_entry.source_id = any(touched) and source.id = library_entry.source_id and merged_into is not null;
  insert into library_entry select * from library_entries_of(touched) order by 1
    on conflict (source_id) do update set
      title = excluded.title, search = excluded.search, year = excluded.year, looked_at = excluded.looked_at,
      cited = excluded.cited, health = excluded.health, marks = excluded.marks
    where (library_entry.title, library_entry.search, library_entry.year, library_entry.looked_at, library_entry.cited,
        library_entry.health, library_entry.marks)
      is distinct from (excluded.title, excluded.search, excluded.year, excluded.looked_at, excluded.cited,
        excluded.health, excluded.marks);
end $$;

create or replace function source_is_relisted() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    perform relist_sources(array(select id from new_rows));
  else
    perform relist_sources(array(
      select new_rows.id from new_rows join old_rows using (id)
      where (new_rows.title, new_rows.search, new_rows.type, new_rows.year, new_rows.tags, new_rows.merged_into)
        is distinct from (old_rows.title, old_rows.search, old_rows.type, old_rows.year, old_rows.tags, old_rows.merged_into)
    ));
  end if;
  return null;
end $$;

create or replace function link_is_relisted() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    perform relist_sources(array(select source_id from new_rows));
  elsif tg_op = 'DELETE' then
    perform relist_sources(array(select source_id from old_rows));
  else
    perform relist_sources(array(
      select source_id from new_rows join old_rows using (source_id)
      where (new_rows.state, new_rows.checked_at) is distinct from (old_rows.state, old_rows.checked_at)
    ));
  end if;
  return null;
end $$;

create or replace function standing_is_relisted() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    perform relist_sources(array(select source_id from new_rows));
  elsif tg_op = 'DELETE' then
    perform relist_sources(array(select source_id from old_rows));
  else
    perform relist_sources(array(
      select source_id from new_rows join old_rows using (source_id) where new_rows.state <> old_rows.state
    ));
  end if;
  return null;
end $$;

create or replace function reference_is_relisted() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    perform relist_sources(array(select distinct source_id from new_rows where source_id is not null));
  else
    perform relist_sources(array(
      select distinct touched from new_rows join old_rows using (id)
        cross join unnest(array[old_rows.source_id, new_rows.source_id]) as touched
      where touched is not null
        and (new_rows.source_id, new_rows.removed_at is null) is distinct from (old_rows.source_id, old_rows.removed_at is null)
    ));
  end if;
  return null;
end $$;

create or replace trigger sources_are_listed after insert on source
  referencing new table as new_rows for each statement execute function source_is_relisted();
create or replace trigger sources_are_relisted after update on source
  referencing old table as old_rows new table as new_rows for each statement execute function source_is_relisted();

create or replace trigger links_are_listed after insert on source_link
  referencing new table as new_rows for each statement execute function link_is_relisted();
create or replace trigger links_are_relisted after update on source_link
  referencing old table as old_rows new table as new_rows for each statement execute function link_is_relisted();
create or replace trigger links_are_unlisted after delete on source_link
  referencing old table as old_rows for each statement execute function link_is_relisted();

create or replace trigger standings_are_listed after insert on source_standing
  referencing new table as new_rows for each statement execute function standing_is_relisted();
create or replace trigger standings_are_relisted after update on source_standing
  referencing old table as old_rows new table as new_rows for each statement execute function standing_is_relisted();
create or replace trigger standings_are_unlisted after delete on source_standing
  referencing old table as old_rows for each statement execute function standing_is_relisted();

create or replace trigger references_are_listed after insert on reference
  referencing new table as new_rows for each statement execute function reference_is_relisted();
create or replace trigger references_are_relisted after update on reference
  referencing old table as old_rows new table as new_rows for each statement execute function reference_is_relisted();

grant select, insert, update, delete on library_entry to imprimatur_app;
revoke execute on function source_is_relisted(), link_is_relisted(), standing_is_relisted(), reference_is_relisted() from public;

insert into library_entry select * from library_entries_of(array(select id from source));

create index library_by_title on library_entry (title, source_id);
create index library_by_age on library_entry (added_at desc, source_id desc);
create index library_by_use on library_entry (cited desc, source_id desc);
create index library_by_look on library_entry (looked_at, source_id);
create index library_by_health on library_entry (health desc, source_id desc);
create index library_by_year on library_entry (year);
create index library_by_dice on library_entry (dice);
create index library_by_word on library_entry using gin (marks, library_words(search));
-- For what stands inside words, and for scripts that write none between spaces.
-- Somebody may have made the extension before, elsewhere.
do $$ begin
  execute format('create index library_by_letters on library_entry using gin (search %I.gin_trgm_ops)', (
    select nspname from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where extname = 'pg_trgm'
  ));
end $$;

-- A person's views have names of their own.
create unique index a_view_has_a_name_of_its_own on saved_view (owner_id, lower(name));
create index saved_view_for_all on saved_view (name) where shared;
