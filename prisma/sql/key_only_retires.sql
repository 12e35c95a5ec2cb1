-- A key that signed stays known: all that may happen to it is that it retires, once, and forgets its private part. When that
-- was is the database's word, for readers judge receipts by it.
create or replace function key_only_retires() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if old.retired_at is not null or new.retired_at is null or new.secret is not null
    or (new.id, new.public, new.made_at) is distinct from (old.id, old.public, old.made_at) then
    perform refuse('a_key_only_retires', old.id);
  end if;
  new.retired_at := clock_timestamp();
  return new;
end $$;

create or replace trigger key_only_retires before update on signing_key
  for each row execute function key_only_retires();
