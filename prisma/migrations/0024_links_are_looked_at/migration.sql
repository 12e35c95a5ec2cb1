-- What looking again and again needs to remember: since when an address fails and how, whether a silence was believed, and
-- who asked for a copy.

alter table source_link
  add column failing_since timestamptz(3),
  add column counted_at    timestamptz(3),
  add column not_there     integer not null default 0,
  add column silent_since  timestamptz(3),
  add column wanted        text constraint copy_is_wanted_for_a_reason check (wanted in ('cited', 'asked')),
  add column wanted_by     uuid references user_account;
create index source_link_by_host on source_link (host);

-- A look that was not answered may be our own fault: `counted` says whether it was held against the source.
alter table link_check
  add column host     text not null default '',
  add column answered boolean not null default true,
  add column counted  boolean not null default true;
create index link_check_by_time on link_check (at);

-- How long what a robots.txt said may be believed (RFC 9309, 2.4); one that could not be had is asked for sooner.
alter table host_pace rename column robots_at to robots_until;

create index capture_by_text on capture (text_sha256);
create index capture_by_warc on capture (warc_sha256);

-- Which editions rest on a source, and what is still to be done about it.
create index edition_by_reference on edition using gin ("references" jsonb_path_ops);
create index task_by_source on task (source_id) where done_at is null;

-- Sources that were there before the checks: their web address, or the resolver's of their DOI.
insert into source_link (source_id, url, host, state)
select id, url, lower(substring(url from '^https?://(?:[^/@]*@)?([^/?#:]+)')), 'unchecked'
from (
  select source.id, coalesce(
    case when record ->> 'URL' ~* '^https?://[^/?#\s]+' then record ->> 'URL' end,
    (select 'https://doi.org/' || value from source_key where source_id = source.id and scheme = 'doi' order by value limit 1)
  ) as url
  from source where merged_into is null
) known
where url is not null
on conflict do nothing;
