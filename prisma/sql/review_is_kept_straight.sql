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
