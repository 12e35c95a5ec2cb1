-- The first half of the gate: may this article have this edition now? It is the next one, of the text as it stands,
-- approved, judged in this very transaction, and its sources are its own, as they stand.
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

create or replace trigger edition_is_judged before insert on edition
  for each row execute function edition_is_judged();

-- A retraction withdraws what stands and rewrites nothing of it, so it needs no approval and no new report.
create or replace function refuse_changed_retraction(retraction edition, newest edition) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if newest.id is null or newest.kind = 'retraction' then
    perform refuse('retraction_is_of_a_standing_edition', 'nothing stands that could be retracted');
  end if;
  if (retraction.title, retraction.standfirst, retraction.byline, retraction.digest, retraction.gate_report_id, retraction."references"::text)
    is distinct from (newest.title, newest.standfirst, newest.byline, newest.digest, newest.gate_report_id, newest."references"::text) then
    perform refuse('retraction_keeps_the_text', format('edition %s says something else', newest.number));
  end if;
end $$;

create or replace function refuse_unjudged_edition(wanted edition, held article) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (select from gate_report where id = wanted.gate_report_id and judged_in = this_transaction()) then
    perform refuse('edition_was_judged_now', 'its report is not of this transaction');
  end if;
  if wanted.digest <> held.digest then
    perform refuse('edition_is_of_the_current_text', 'the article has another digest');
  end if;
  if held.state not in ('approved', 'scheduled') then
    perform refuse('edition_was_approved', format('the article is %s', held.state));
  end if;
  if exists (
    select from step_batch
    where written_in = this_transaction() and article_id = held.id and cardinality(sections) > 0
  ) then
    perform refuse('edition_is_of_settled_text', 'the text changed in this very transaction');
  end if;
  if exists (select from reference where article_id = held.id and removed_at is null and source_id is null) then
    perform refuse('edition_has_no_raw_reference', 'its source list has a line that is not a source yet');
  end if;
  if exists (select from thread where article_id = held.id and resolved_at is null) then
    perform refuse('edition_leaves_no_comment_open', 'a conversation about it is not resolved');
  end if;
end $$;

-- The frozen source list is of living references of this article, each once, each with its source's record of now.
create or replace function refuse_wrong_sources(wanted edition) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  wrong jsonb;
begin
  if jsonb_typeof(wanted."references") <> 'array' then
    perform refuse('edition_sources_are_what_was_cited', 'its source list is not a list');
  end if;
  with listed as materialized (
    select entry, entry ->> 'id' as id, count(*) over (partition by entry ->> 'id') as times
    from jsonb_array_elements(wanted."references") as entry
  ),
  own as materialized (
    select reference.id::text as id, jsonb_build_object('id', reference.id, 'sourceId', source.id, 'record', source.record) as entry
    from reference join source on source.id = reference.source_id
    where reference.article_id = wanted.article_id and reference.removed_at is null and source.merged_into is null
  )
  select listed.entry into wrong
  from listed left join own using (id)
  where listed.times > 1 or own.entry::text is distinct from listed.entry::text
  limit 1;
  if found then
    perform refuse('edition_sources_are_what_was_cited', format('%s is not a source of this article as it stands', left(wrong::text, 200)));
  end if;
end $$;
