-- The number of the running transaction, the same inside its savepoints: what "in this very transaction" is measured by.
create or replace function this_transaction() returns bigint
language sql stable
set search_path = pg_catalog, public, pg_temp
as $$ select pg_current_xact_id()::text::bigint $$;
