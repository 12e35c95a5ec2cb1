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
  if new.version <= held.version or new.version <= last_batch.version
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

drop trigger if exists step_batch_is_counted on step_batch;
create constraint trigger step_batch_is_counted after insert on step_batch
  deferrable initially deferred for each row execute function step_batch_is_counted();
