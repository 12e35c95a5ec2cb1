-- The people who wrote any of what changed in a section since another text of it was last approved: the authors in the
-- step log. A second approval of the same text makes nobody less its author.
create or replace function contributors_of(wanted uuid) returns uuid[]
language sql
set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(array_agg(distinct step_batch.author_id), '{}')
  from section join step_batch using (article_id)
  where section.id = wanted and section.id = any (step_batch.sections)
    and step_batch.version > coalesce((
      select max(approval.at_version) from approval
      where approval.section_id = section.id and approval.text_hash <> imprimatur_text_hash(section.id)
        and not exists (select from approval_revocation where approval_id = approval.id)
    ), -1)
$$;

-- The same of the text that an approval is of, by the approvals that stand now: who wrote what changed from the text that
-- was approved before it and, where the text came back after yet another was approved, who brought it back.
create or replace function contributors_to(given approval) returns uuid[]
language sql
set search_path = pg_catalog, public, pg_temp
as $$
  with other as (
    select max(at_version) filter (where at_version < given.at_version) as before,
      max(at_version) filter (where at_version > given.at_version) as after
    from approval
    where section_id = given.section_id and text_hash <> given.text_hash
      and not exists (select from approval_revocation where approval_id = approval.id)
  )
  select coalesce(array_agg(distinct author_id), '{}')
  from step_batch cross join other
  where article_id = given.article_id and given.section_id = any (sections)
    and (version > coalesce(before, -1) and version <= given.at_version or version > after)
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

-- An approval that is taken back takes those with it that rested on it: whose reviewer is, without it, among the writers.
-- The first of them takes the next, so each is looked at by what still stands before it.
create or replace function revocation_reaches_on() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  taken approval;
  resting approval;
begin
  select * into taken from approval where id = new.approval_id;
  select * into resting from approval
  where section_id = taken.section_id and at_version >= taken.at_version
    and not exists (select from approval_revocation where approval_id = approval.id)
    and reviewer_id = any (contributors_to(approval))
  order by at_version, id
  limit 1;
  if found then
    insert into approval_revocation (approval_id, revoked_by, reason)
    values (resting.id, new.revoked_by, 'It rested on an approval that was taken back.');
  end if;
  return null;
end $$;

create or replace trigger revocation_reaches_on after insert on approval_revocation
  for each row execute function revocation_reaches_on();
