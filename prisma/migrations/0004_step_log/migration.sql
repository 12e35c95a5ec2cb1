-- The step log is the only way to change a text, and it says who did: contributors are read from it and from nowhere else.

create index step_batch_by_transaction on step_batch (written_in);

-- The number of the running transaction, the same inside its savepoints: what "in this very transaction" is measured by.
create or replace function this_transaction() returns bigint
language sql stable
set search_path = pg_catalog, public, pg_temp
as $$ select pg_current_xact_id()::text::bigint $$;

-- Takes the article's row lock, so that whatever changes or judges its text waits for whoever does so already.
create or replace function lock_article(wanted uuid) returns article
language sql
set search_path = pg_catalog, public, pg_temp
as $$ select * from article where id = wanted for no key update $$;

-- A batch of the log comes after every batch and every approval before it, follows on their steps, and is dated by the
-- database with the transaction that wrote it. Nothing is written into the log beside an approval or an edition of it.
create or replace function step_batch_is_logged() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  held article := lock_article(new.article_id);
  last_batch step_batch;
begin
  new.written_in := this_transaction();
  select * into last_batch from step_batch where article_id = new.article_id order by version desc limit 1;
  if new.version < held.version or new.version <= last_batch.version
    or new.version <= (select max(at_version) from approval where article_id = new.article_id) then
    perform refuse('steps_are_numbered_in_order', format('version %s is not the next one', new.version));
  end if;
  if new.first_step <> coalesce(last_batch.first_step + jsonb_array_length(last_batch.steps), 0) then
    perform refuse('steps_follow_each_other', format('step %s is not the next one', new.first_step));
  end if;
  if exists (
    select from approval
    where article_id = new.article_id and given_in = new.written_in and section_id = any (new.sections)
  ) then
    perform refuse('approval_comes_after_the_text', 'a section that changes was approved in this very transaction');
  end if;
  if cardinality(new.sections) > 0 and exists (
    select from edition where article_id = new.article_id and published_in = new.written_in
  ) then
    perform refuse('edition_is_of_settled_text', 'the text was published in this very transaction');
  end if;
  return new;
end $$;

create or replace trigger step_batch_is_logged before insert on step_batch
  for each row execute function step_batch_is_logged();

-- At the end of its transaction a batch has raised the article's version and counted its steps, and the text that it
-- changed is approved no longer.
create or replace function step_batch_is_counted() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  held article;
begin
  select * into held from article where id = new.article_id;
  if held.version < new.version then
    perform refuse('steps_raise_the_version', format('the article is still at %s', held.version));
  end if;
  if held.step_count < new.first_step + jsonb_array_length(new.steps) then
    perform refuse('steps_are_counted', format('the article still counts %s', held.step_count));
  end if;
  if cardinality(new.sections) > 0 and held.state in ('approved', 'scheduled') then
    perform refuse('changed_text_is_not_approved', format('the article is still %s', held.state));
  end if;
  return null;
end $$;

create constraint trigger step_batch_is_counted after insert on step_batch
  deferrable initially deferred for each row execute function step_batch_is_counted();

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

create constraint trigger text_begins_only_along_the_log after insert on section
  deferrable initially deferred for each row execute function section_is_logged();

create constraint trigger text_changes_only_along_the_log after update on section
  deferrable initially deferred for each row
  when (old.body::text is distinct from new.body::text or (old.deleted_at is null) <> (new.deleted_at is null))
  execute function section_is_logged();

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

create constraint trigger references_begin_only_along_the_log after insert on reference
  deferrable initially deferred for each row execute function reference_is_logged();

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

create constraint trigger sources_change_only_along_the_log after update on source
  deferrable initially deferred for each row
  when (old.id <> new.id or old.record::text is distinct from new.record::text
    or old.merged_into is distinct from new.merged_into)
  execute function source_is_logged();
