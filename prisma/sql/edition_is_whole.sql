-- White space as JavaScript's trim() knows it, taken from both ends.
create or replace function trimmed(words text) returns text
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$
  select btrim(words, E'\t\n\u000B\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF')
$$;

-- The plain text of a child of the front: 0 is the title, 1 the standfirst, 2 the byline.
create or replace function text_of_front(front jsonb, child integer) returns text
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$
  select trimmed(coalesce(string_agg(
    case written ->> 'type' when 'hardBreak' then chr(10) else written ->> 'text' end, '' order by place
  ), ''))
  from jsonb_array_elements(coalesce(front #> array['content', child::text, 'content'], '[]'))
    with ordinality as inline(written, place)
$$;

-- The last word on an edition, at the end of its transaction: every living section stands in it and no other, under the
-- title of its front, with every source that it cites and no other; it is live, and its draft is being written again.
create or replace function edition_is_whole() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  held article;
  front jsonb;
begin
  select * into held from article where id = new.article_id;
  if held.live_edition_id is distinct from (
    select id from edition where article_id = new.article_id order by number desc limit 1
  ) then
    perform refuse('live_edition_is_the_newest', format('readers would not see edition %s', new.number));
  end if;
  if new.kind = 'retraction' then
    if (select count(*) from edition_section where edition_id = new.id) <> (
      select count(*) from edition_section join edition on edition.id = edition_section.edition_id
      where edition.article_id = new.article_id and edition.number = new.number - 1
    ) then
      perform refuse('retraction_keeps_the_text', 'a section of the retracted edition is missing');
    end if;
    return null;
  end if;
  if held.state <> 'writing' then
    perform refuse('publishing_ends_the_round', format('the article is still %s', held.state));
  end if;
  if exists (
    select from section
    where article_id = new.article_id and deleted_at is null
      and not exists (select from edition_section where edition_id = new.id and section_id = section.id)
  ) then
    perform refuse('edition_has_every_section', 'a section of the draft is missing');
  end if;
  select body into front from edition_section where edition_id = new.id and position = 0 and kind = 'front';
  if front is null then
    perform refuse('edition_has_every_section', 'it has no front');
  end if;
  if (trimmed(new.title), trimmed(new.standfirst), trimmed(new.byline))
    is distinct from (text_of_front(front, 0), text_of_front(front, 1), text_of_front(front, 2)) then
    perform refuse('edition_bears_the_title_of_its_front', text_of_front(front, 0));
  end if;
  if exists (
    select from jsonb_array_elements(new."references") as entry
    where entry ->> 'id' not in (
      select cited from edition_section cross join lateral cited_in(body) as cited where edition_id = new.id
    )
  ) then
    perform refuse('edition_sources_are_what_was_cited', 'it lists a source that it does not cite');
  end if;
  return null;
end $$;

drop trigger if exists edition_is_whole on edition;
create constraint trigger edition_is_whole after insert on edition
  deferrable initially deferred for each row execute function edition_is_whole();
