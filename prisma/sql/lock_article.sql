-- Takes the article's row lock, so that whatever changes or judges its text waits for whoever does so already. An older
-- snapshot than that of the statement would miss what the one before had done, so it is refused.
create or replace function lock_article(wanted uuid) returns article
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  held article;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    perform refuse('work_sees_what_is_committed', format('a transaction that is %s could miss it', current_setting('transaction_isolation')));
  end if;
  select * into held from article where id = wanted for no key update;
  return held;
end $$;
