-- The pictures that a part's figures show, each once, as they are written there.
create or replace function pictures_in(part jsonb) returns setof jsonb
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$
  select distinct picture
  from jsonb_path_query(part, '$.**?(@.type == "figure").attrs.picture') as picture
  where jsonb_typeof(picture) = 'object'
$$;

-- Which pictures an edition shows is read from its text, never from a statement; one that is not kept as it is named there
-- (its size and type too) fails by the key edition_shows_kept_pictures.
create or replace function edition_shows_pictures() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into edition_picture (edition_id, section_id, sha256, width, height, type)
  select new.edition_id, new.section_id, picture ->> 'sha256',
    (picture ->> 'width')::integer, (picture ->> 'height')::integer, picture ->> 'type'
  from pictures_in(new.body) as picture;
  return null;
end $$;

create or replace trigger edition_shows_pictures after insert on edition_section
  for each row execute function edition_shows_pictures();

-- Nobody makes a picture public by saying that an edition shows it: the text of that edition has to.
create or replace function edition_picture_is_in_its_text() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (
    select from edition_section cross join lateral pictures_in(body) as picture
    where edition_id = new.edition_id and section_id = new.section_id and picture ->> 'sha256' = new.sha256
  ) then
    perform refuse('edition_picture_is_in_its_text', 'that section of the edition does not show it');
  end if;
  return new;
end $$;

create or replace trigger edition_picture_is_in_its_text before insert on edition_picture
  for each row execute function edition_picture_is_in_its_text();
