-- The references that a part's citations rest on, each once, as they are written there.
create or replace function cited_in(part jsonb) returns setof text
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$
  select distinct reference #>> '{}' collate "C"
  from jsonb_path_query(part, '$.**.items[*].reference') as reference
  where jsonb_typeof(reference) = 'string'
  order by 1
$$;
