-- Works are known by their PubMed Central number too; what may be one work is found without comparing all with all; a
-- merge can be undone once.

alter table source_key drop constraint source_key_is_known;
alter table source_key
  add constraint source_key_is_known check (scheme in ('doi', 'isbn', 'pmid', 'pmcid', 'arxiv', 'url') and btrim(value) <> '');

-- What likely duplicates have in common (domain/source/blocks). Filled when a record is written, and for older rows by
-- the command that recomputes identities after an upgrade.
alter table source add column blocks text[] not null default '{}';
create index source_by_block on source using gin (blocks);

create index duplicate_open on duplicate (score desc, source_id, other_id) where dismissed_at is null;

alter table duplicate
  add constraint who_dismissed_it_is_known check ((dismissed_at is null) = (dismissed_by is null));

-- A source stands in at most one merge that is not undone, and an undoing names its person.
create unique index a_source_is_merged_once on source_merge (merged_id) where undone_at is null;
alter table source_merge
  add constraint who_undid_it_is_known check ((undone_at is null) = (undone_by is null)),
  add constraint merge_is_of_two check (kept_id <> merged_id);
