-- The address that an edition was published under is its article's for ever: what was cited stays where it was cited.
create index edition_by_slug on edition (slug);

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
revoke execute on function published_address_stays() from public;

-- A translation says of which article it is one, and which edition of it was translated; the original says neither.
alter table translation
  add column of_article uuid references article,
  add column of_edition integer,
  add constraint a_translation_is_of_another_article check (of_article <> article_id),
  add constraint an_edition_was_translated_of_an_article check (of_edition is null or (of_article is not null and of_edition > 0));
create index translation_by_original on translation (of_article);
