-- The address that an edition was published under is its article's for ever. Asked after the row was written, when whoever
-- had the address until now is done: an edition that was published meanwhile is seen.
create or replace function published_address_stays() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if exists (select from edition where slug = new.slug and article_id <> new.id) then
    perform refuse('a_published_address_stays_its_articles', format('%s was published by another article', new.slug));
  end if;
  return null;
end $$;

create or replace trigger published_address_stays after insert or update of slug on article
  for each row execute function published_address_stays();
