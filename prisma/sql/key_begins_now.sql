-- A key begins when it becomes known, and is made to sign: none is given a past in which it could have signed anything.
create or replace function key_begins_now() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.retired_at is not null then
    perform refuse('a_key_begins_now', new.id);
  end if;
  new.made_at := clock_timestamp();
  return new;
end $$;

create or replace trigger key_begins_now before insert on signing_key
  for each row execute function key_begins_now();
