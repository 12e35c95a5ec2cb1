-- A section stays what and where it is; whoever writes to it waits for whoever holds its article.
create or replace function section_stays_in_its_article() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform lock_article(new.article_id);
  if tg_op = 'UPDATE' and (new.id, new.article_id, new.kind) is distinct from (old.id, old.article_id, old.kind) then
    perform refuse('section_stays_in_its_article', 'its id, article and kind are for ever');
  end if;
  return new;
end $$;

create or replace trigger section_stays_in_its_article before insert or update on section
  for each row execute function section_stays_in_its_article();

-- Text is new, changes, goes and comes back only in a transaction whose step log names the section: contributors are
-- read from that log, so nobody changes a text without being one.
create or replace function section_is_logged() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (
    select from step_batch
    where written_in = this_transaction() and article_id = new.article_id and new.id = any (sections)
  ) then
    perform refuse('text_changes_only_along_the_log', format('no step of this transaction names section %s', new.id));
  end if;
  return null;
end $$;

drop trigger if exists text_begins_only_along_the_log on section;
create constraint trigger text_begins_only_along_the_log after insert on section
  deferrable initially deferred for each row execute function section_is_logged();

drop trigger if exists text_changes_only_along_the_log on section;
create constraint trigger text_changes_only_along_the_log after update on section
  deferrable initially deferred for each row
  when (old.body::text is distinct from new.body::text or (old.deleted_at is null) <> (new.deleted_at is null))
  execute function section_is_logged();
