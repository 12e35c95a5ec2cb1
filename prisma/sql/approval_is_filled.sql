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
