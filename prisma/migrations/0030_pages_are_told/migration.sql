-- Every process that keeps pages in memory hears at once that one of them was written or taken away.
create or replace function page_is_told() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_op <> 'INSERT' then
    perform pg_notify('imprimatur_pages', old.path);
  end if;
  if tg_op <> 'DELETE' then
    perform pg_notify('imprimatur_pages', new.path);
  end if;
  return null;
end $$;

create or replace trigger page_is_told after insert or update or delete on page
  for each row execute function page_is_told();

revoke execute on function page_is_told() from public;
