-- A transaction with an older snapshot could approve a text, or log one, without seeing what was written meanwhile; and a
-- batch of the log is always newer than the article was, so that each raises the version of the row that is locked.
create or replace function lock_article(wanted uuid) returns article
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  held article;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    perform refuse('work_sees_what_is_committed', format('a transaction that is %s could miss it', current_setting('transaction_isolation')));
  end if;
  select * into held from article where id = wanted for no key update;
  return held;
end $$;

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

create or replace function edition_is_judged() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  held article := lock_article(new.article_id);
  newest edition;
begin
  new.published_in := this_transaction();
  select * into newest from edition where article_id = new.article_id order by number desc limit 1;
  if new.number <> coalesce(newest.number, 0) + 1 then
    perform refuse('editions_are_numbered_in_order', format('the next one is %s', coalesce(newest.number, 0) + 1));
  end if;
  if new.slug <> held.slug and (new.kind <> 'retraction' or new.slug is distinct from newest.slug) then
    perform refuse('edition_bears_its_articles_slug', held.slug);
  end if;
  if held.withdrawn_at is not null then
    perform refuse('withdrawals_stand', 'what the law took away does not come back');
  end if;
  if new.kind = 'retraction' then
    perform refuse_changed_retraction(new, newest);
  else
    perform refuse_unjudged_edition(new, held);
    perform refuse_wrong_sources(new);
  end if;
  return new;
end $$;
