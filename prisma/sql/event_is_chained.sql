-- The line whose SHA-256 is an event's hash. `npx imprimatur verify` writes the same line in JavaScript.
create or replace function event_line(e event) returns text
language sql stable
set search_path = pg_catalog, public, pg_temp
as $$
  select concat_ws('|', e.seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.type,
    coalesce(e.actor_id::text, ''), coalesce(e.article_id::text, ''), e.data::text, e.prev_hash)
$$;

-- An event is numbered, dated and hashed by the database, under the lock of the one row that names the last one; only
-- this function may write that row. Whoever listens hears of it when the transaction commits.
create or replace function event_is_chained() returns trigger
language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  head event_head;
begin
  if tg_relid <> 'public.event'::regclass then
    perform refuse('history_is_kept', 'only events are chained');
  end if;
  select * into strict head from event_head for update;
  new.seq := head.seq + 1;
  new.at := clock_timestamp();
  new.prev_hash := head.hash;
  new.hash := encode(sha256(convert_to(event_line(new), 'UTF8')), 'hex');
  update event_head set seq = new.seq, hash = new.hash;
  perform pg_notify('imprimatur', json_build_object('article', new.article_id, 'type', new.type, 'seq', new.seq)::text);
  return new;
end $$;

create or replace trigger event_is_chained before insert on event
  for each row execute function event_is_chained();
