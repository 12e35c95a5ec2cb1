-- Who wrote a text is counted from the last approval of another text of it: a second approval of the same text, or one
-- that rested on an approval that was then taken back, must not let a writer publish on their own word.
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

create or replace function refuse_unapproved(part edition_section, records jsonb) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  given approval;
begin
  select * into given from approval where id = part.approval_id;
  if exists (select from approval_revocation where approval_id = given.id) then
    perform refuse('approval_still_stands', 'this approval was taken back');
  end if;
  if hash_of_text(part.body, records) is distinct from given.text_hash then
    perform refuse('edition_text_is_what_was_approved', 'this approval is of another text, or of other sources');
  end if;
  if given.reviewer_id = any (contributors_to(given)) then
    perform refuse('nobody_approves_own_text', 'by the approvals that stand now, its reviewer is among its writers');
  end if;
end $$;

revoke execute on function contributors_to(approval), revocation_reaches_on() from public;
grant execute on function contributors_to(approval) to imprimatur_app;
