-- The moves of a draft: the rows of domain/review/machine.ts (a test compares), and the trigger that reads them.
insert into transition (move, "from", "to") values
  ('submit',         'writing',           'in_review'),
  ('submit',         'changes_requested', 'in_review'),
  ('withdraw',       'in_review',         'writing'),
  ('withdraw',       'approved',          'writing'),
  ('requestChanges', 'in_review',         'changes_requested'),
  ('requestChanges', 'approved',          'changes_requested'),
  ('approve',        'in_review',         'approved'),
  ('amend',          'approved',          'in_review'),
  ('amend',          'scheduled',         'in_review'),
  ('schedule',       'approved',          'scheduled'),
  ('unschedule',     'scheduled',         'approved'),
  ('refuse',         'scheduled',         'in_review'),
  ('publish',        'approved',          'writing'),
  ('publish',        'scheduled',         'writing');

-- An article moves only along the transition table, its counters only rise, and its live edition is always its newest.
create or replace function article_moves() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'writing' or new.live_edition_id is not null then
      perform refuse('articles_begin_in_writing', 'a new article is neither reviewed nor published');
    end if;
    return new;
  end if;
  if new.id <> old.id then
    perform refuse('articles_keep_their_id', 'an id is for ever');
  end if;
  if new.version < old.version then
    perform refuse('version_only_rises', format('from %s to %s', old.version, new.version));
  end if;
  if new.step_count < old.step_count then
    perform refuse('steps_are_never_uncounted', format('from %s to %s', old.step_count, new.step_count));
  end if;
  if new.state <> old.state and not exists (
    select from transition where "from" = old.state and "to" = new.state
  ) then
    perform refuse('state_moves_along_the_table', format('there is no move from %s to %s', old.state, new.state));
  end if;
  if new.state <> old.state and new.state in ('approved', 'scheduled') and exists (
    select from step_batch
    where written_in = this_transaction() and article_id = new.id and cardinality(sections) > 0
  ) then
    perform refuse('changed_text_is_not_approved', 'its text changed in this very transaction');
  end if;
  if new.live_edition_id is distinct from old.live_edition_id and new.live_edition_id is distinct from (
    select id from edition where article_id = new.id order by number desc limit 1
  ) then
    perform refuse('live_edition_is_the_newest', 'readers see the newest edition, and never none once there is one');
  end if;
  if old.withdrawn_at is not null and new.withdrawn_at is null then
    perform refuse('withdrawals_stand', 'what the law took away does not come back');
  end if;
  return new;
end $$;

create or replace trigger article_moves before insert or update on article
  for each row execute function article_moves();
