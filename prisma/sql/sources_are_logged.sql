-- A living section that cites a reference and is named by no step of this transaction, or null. Sections that the log
-- names are put aside first: an import writes hundreds of references beside a log that names every section.
create or replace function unlogged_section_citing(cited_reference reference) returns uuid
language sql
set search_path = pg_catalog, public, pg_temp
as $$
  with logged as materialized (
    select unnest(sections) as id from step_batch
    where written_in = this_transaction() and article_id = cited_reference.article_id
  ),
  unlogged as materialized (
    select section.id from section
    where article_id = cited_reference.article_id and deleted_at is null and id not in (select id from logged)
  )
  select section.id from unlogged join section using (id)
  where jsonb_path_exists(
    section.body, '$.**.items[*] ? (@.reference == $id)', jsonb_build_object('id', cited_reference.id)
  )
  limit 1
$$;

-- A reference stays in its article; whoever writes to it waits for whoever holds the article.
create or replace function reference_stays_in_its_article() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform lock_article(new.article_id);
  if tg_op = 'UPDATE' and (new.id, new.article_id) is distinct from (old.id, old.article_id) then
    perform refuse('reference_stays_in_its_article', 'its id and article are for ever');
  end if;
  return new;
end $$;

create or replace trigger reference_stays_in_its_article before insert or update on reference
  for each row execute function reference_stays_in_its_article();

-- What a citation rests on is part of the text: it changes only where the step log names every section that cites it.
create or replace function reference_is_logged() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  silent uuid := unlogged_section_citing(new);
begin
  if silent is not null then
    perform refuse('text_changes_only_along_the_log', format('section %s rests on this and no step names it', silent));
  end if;
  return null;
end $$;

drop trigger if exists references_begin_only_along_the_log on reference;
create constraint trigger references_begin_only_along_the_log after insert on reference
  deferrable initially deferred for each row execute function reference_is_logged();

drop trigger if exists references_change_only_along_the_log on reference;
create constraint trigger references_change_only_along_the_log after update on reference
  deferrable initially deferred for each row
  when (old.source_id is distinct from new.source_id or (old.removed_at is null) <> (new.removed_at is null))
  execute function reference_is_logged();

-- The same for a source's record, in every article that rests on it; and a source that was merged into another is
-- cited nowhere any more.
create or replace function source_is_logged() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  resting reference;
  silent uuid;
begin
  for resting in select * from reference where source_id = new.id and removed_at is null loop
    if new.merged_into is not null then
      perform refuse('merged_source_is_cited_nowhere', format('article %s still rests on it', resting.article_id));
    end if;
    silent := unlogged_section_citing(resting);
    if silent is not null then
      perform refuse('text_changes_only_along_the_log', format('section %s rests on this and no step names it', silent));
    end if;
  end loop;
  return null;
end $$;

drop trigger if exists sources_change_only_along_the_log on source;
create constraint trigger sources_change_only_along_the_log after update on source
  deferrable initially deferred for each row
  when (old.id <> new.id or old.record::text is distinct from new.record::text
    or old.merged_into is distinct from new.merged_into)
  execute function source_is_logged();
