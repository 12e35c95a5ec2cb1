-- The SHA-256 of a text with what it rests on: the part as PostgreSQL writes it, then for each cited reference, in order
-- of its id, a line with the id and its source's record (null where there is none). `records` maps ids to records.
create or replace function hash_of_text(part jsonb, records jsonb) returns text
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$
  select encode(sha256(convert_to(
    part::text || coalesce((
      select string_agg(chr(10) || cited || ' ' || coalesce((records -> cited)::text, 'null'), '' order by cited collate "C")
      from cited_in(part) as cited
    ), ''), 'UTF8')), 'hex')
$$;

-- The same of a section as it stands: what an approval is an approval of.
create or replace function imprimatur_text_hash(section_id uuid) returns text
language sql
set search_path = pg_catalog, public, pg_temp
as $$
  select hash_of_text(section.body, coalesce((
    select jsonb_object_agg(reference.id::text, source.record)
    from reference join source on source.id = reference.source_id
    where reference.article_id = section.article_id and reference.removed_at is null
      and reference.id::text in (select cited_in(section.body))
  ), '{}'))
  from section where section.id = section_id
$$;
