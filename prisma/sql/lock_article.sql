-- Takes the article's row lock, so that whatever changes or judges its text waits for whoever does so already.
create or replace function lock_article(wanted uuid) returns article
language sql
set search_path = pg_catalog, public, pg_temp
as $$ select * from article where id = wanted for no key update $$;
