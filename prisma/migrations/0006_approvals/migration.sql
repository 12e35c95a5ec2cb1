-- An approval is of exact text, by someone else: the database reads both for itself.

-- The references that a part's citations rest on, each once, as they are written there.
create or replace function cited_in(part jsonb) returns setof text
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$
  select distinct reference #>> '{}' collate "C"
  from jsonb_path_query(part, '$.**.items[*].reference') as reference
  where jsonb_typeof(reference) = 'string'
  order by 1
$$;

-- The SHA-256 of a text with what it rests on: the part as PostgreSQL writes it, then for each cited reference, in order
-- of its id, a line with the id and its source's record (null where there is none). `records` maps ids to records.
create or replace function hash_of_text(part jsonb, records jsonb) returns text
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$
  select encode(sha256(convert_to(
    part::text || coalesce((
      select string_agg(chr(10) || cited || ' ' || coalesce((records -> cited)::text, 'null'), '' order by cited collate "C")
      from cited_in(part) as cited
    ), ''), 'UTF8')), 'hex')
$$;

-- The same of a section as it stands: what an approval is an approval of.
create or replace function imprimatur_text_hash(section_id uuid) returns text
language sql
set search_path = pg_catalog, public, pg_temp
as $$
  select hash_of_text(section.body, coalesce((
    select jsonb_object_agg(reference.id::text, source.record)
    from reference join source on source.id = reference.source_id
    where reference.article_id = section.article_id and reference.removed_at is null
      and reference.id::text in (select cited_in(section.body))
  ), '{}'))
  from section where section.id = section_id
$$;

-- The people who wrote any of what changed in a section since its last standing approval: the authors in the step log.
create or replace function contributors_of(wanted uuid) returns uuid[]
language sql
set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(array_agg(distinct step_batch.author_id), '{}')
  from section join step_batch using (article_id)
  where section.id = wanted and section.id = any (step_batch.sections)
    and step_batch.version > coalesce((
      select max(approval.at_version) from approval
      where approval.section_id = section.id
        and not exists (select from approval_revocation where approval_id = approval.id)
    ), -1)
$$;

-- An approval is a reviewer's, in an open round, of the text as it stands. What it is of, who wrote that, when and in
-- which transaction is read by the database itself, whatever the statement says.
create or replace function approval_is_filled() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  held article := lock_article(new.article_id);
  approved section;
begin
  select * into approved from section where id = new.section_id and article_id = new.article_id;
  if approved.deleted_at is not null then
    perform refuse('approval_is_of_a_living_section', 'the section was deleted');
  end if;
  if new.digest is distinct from approved.digest then
    perform refuse('approval_is_of_the_current_text', 'the section has another digest');
  end if;
  if not exists (select from review where id = new.review_id and article_id = new.article_id and closed_at is null) then
    perform refuse('approval_is_given_in_an_open_review', 'this round is closed');
  end if;
  if not exists (
    select from user_account where id = new.reviewer_id and 'reviewer' = any (roles) and deactivated_at is null
  ) then
    perform refuse('approval_is_given_by_a_reviewer', 'this person is none');
  end if;
  if exists (
    select from step_batch
    where written_in = this_transaction() and article_id = new.article_id and new.section_id = any (sections)
  ) then
    perform refuse('approval_comes_after_the_text', 'the section changed in this very transaction');
  end if;
  new.contributors := contributors_of(new.section_id);
  new.text_hash := imprimatur_text_hash(new.section_id);
  new.at_version := held.version;
  new.given_in := this_transaction();
  new.at := clock_timestamp();
  return new;
end $$;

create or replace trigger approval_is_filled before insert on approval
  for each row execute function approval_is_filled();

-- Whoever takes an approval back waits for whoever is publishing with it.
create or replace function revocation_waits() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform lock_article((select article_id from approval where id = new.approval_id));
  return new;
end $$;

create or replace trigger revocation_waits before insert on approval_revocation
  for each row execute function revocation_waits();

-- A round that is closed stays closed as it was; a waiver is confirmed or withdrawn, never rewritten.
create or replace function review_stays_closed() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if old.closed_at is not null then
    perform refuse('closed_reviews_stay_closed', format('round %s is over', old.number));
  end if;
  if (new.id, new.article_id, new.number, new.submitted_by) is distinct from (old.id, old.article_id, old.number, old.submitted_by) then
    perform refuse('reviews_are_not_rewritten', 'only its end may be added');
  end if;
  return new;
end $$;

create or replace trigger review_stays_closed before update on review
  for each row execute function review_stays_closed();

create or replace function waiver_is_not_rewritten() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if to_jsonb(new) - array['confirmed_by', 'confirmed_at', 'withdrawn_at']
      is distinct from to_jsonb(old) - array['confirmed_by', 'confirmed_at', 'withdrawn_at']
    or (old.confirmed_by is not null and new.confirmed_by is distinct from old.confirmed_by)
    or (old.withdrawn_at is not null and new.withdrawn_at is null) then
    perform refuse('waivers_are_not_rewritten', 'it may be confirmed once and withdrawn once');
  end if;
  return new;
end $$;

create or replace trigger waiver_is_not_rewritten before update on waiver
  for each row execute function waiver_is_not_rewritten();
