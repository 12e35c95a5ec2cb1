-- What is known of a source beyond its record: where each field came from, whether its address still answers, what was kept
-- of it, whether its work was retracted; how citations are formatted; and what people made of all that.

alter table source
  add column origins  jsonb  not null default '{}',
  add column original text,
  add column tags     text[] not null default '{}';

alter table article
  add column style  text,
  add column locale text;

create table setting (
  name       text primary key,
  value      jsonb not null,
  updated_by uuid references user_account,
  updated_at timestamptz(3) not null default now()
);

-- ---------------------------------------------------------------------------------------------------------------------
-- Links and captures.

create table blob (
  sha256 text primary key constraint blob_is_named_by_its_hash check (sha256 = encode(sha256(bytes), 'hex')),
  bytes  bytea not null,
  at     timestamptz(3) not null default now()
);

create table capture (
  id          uuid primary key,
  source_id   uuid not null references source,
  url         text not null,
  final_url   text not null,
  at          timestamptz(3) not null default now(),
  status      integer not null,
  media_type  text not null,
  title       text,
  sha256      text not null,
  size        integer not null,
  warc_sha256 text not null references blob,
  text_sha256 text references blob,
  reason      text not null constraint capture_has_a_reason check (reason in ('cited', 'changed', 'asked')),
  taken_by    uuid references user_account
);
create index capture_by_source on capture (source_id, at desc);

create table link_check (
  id          uuid primary key,
  source_id   uuid not null references source,
  url         text not null,
  at          timestamptz(3) not null default now(),
  outcome     text not null constraint outcome_is_known check (outcome in (
    'alive', 'redirected', 'soft-404', 'paywalled', 'bot-walled', 'gone', 'missing', 'unreachable', 'unsafe', 'disallowed')),
  status      integer,
  final_url   text,
  reason      text not null default '',
  duration_ms integer not null,
  text_sha256 text
);
create index link_check_by_source on link_check (source_id, at desc);

create table source_link (
  source_id     uuid primary key references source,
  url           text not null,
  host          text not null,
  state         text not null constraint link_state_is_known check (state in (
    'unchecked', 'alive', 'redirected', 'soft-404', 'paywalled', 'bot-walled', 'gone', 'dead', 'unreachable', 'unsafe')),
  since         timestamptz(3) not null default now(),
  checked_at    timestamptz(3),
  next_at       timestamptz(3) not null default now(),
  failures      integer not null default 0,
  status        integer,
  final_url     text,
  reason        text not null default '',
  etag          text,
  last_modified text,
  text_sha256   text,
  changed_at    timestamptz(3),
  archive_url   text,
  archive_at    timestamptz(3)
);
create index source_link_due on source_link (next_at);
create index source_link_by_state on source_link (state);

create table host_pace (
  host       text primary key,
  next_at    timestamptz(3) not null default now(),
  robots     text,
  robots_at  timestamptz(3),
  slow_until timestamptz(3)
);

create table health_day (
  day     date not null,
  state   text not null,
  sources integer not null,
  primary key (day, state)
);

-- ---------------------------------------------------------------------------------------------------------------------
-- Quotes and retractions.

create table quote_check (
  id           uuid primary key,
  source_id    uuid not null references source,
  quote_sha256 text not null,
  quote        text not null,
  at           timestamptz(3) not null default now(),
  capture_id   uuid references capture on delete set null,
  verdict      text not null constraint verdict_on_a_quote_is_known check (verdict in ('exact', 'altered', 'not-found', 'unreadable')),
  passage      text,
  selectors    jsonb,
  diff         jsonb
);
create index quote_check_newest on quote_check (source_id, quote_sha256, at desc);

create table retraction_notice (
  id          uuid primary key,
  scheme      text not null constraint retracted_work_has_an_identity check (scheme in ('doi', 'pmid')),
  value       text not null,
  kind        text not null constraint notice_kind_is_known check (kind in ('retracted', 'concern', 'corrected', 'reinstated')),
  noticed_on  date,
  notice      text,
  reasons     text not null default '',
  origin      text not null,
  recorded_at timestamptz(3) not null default now()
);
create unique index one_row_for_each_notice on retraction_notice (scheme, value, kind, origin, coalesce(notice, ''));

create table source_standing (
  source_id  uuid primary key references source,
  state      text not null constraint standing_is_known check (state in (
    'unchecked', 'clear', 'retracted', 'concern', 'corrected', 'reinstated')),
  since      timestamptz(3) not null default now(),
  checked_at timestamptz(3),
  next_at    timestamptz(3) not null default now(),
  notice     text,
  noticed_on date,
  origin     text,
  reason     text not null default ''
);
create index source_standing_due on source_standing (next_at);

-- ---------------------------------------------------------------------------------------------------------------------
-- Duplicates and merges.

create table duplicate (
  source_id    uuid not null references source,
  other_id     uuid not null references source,
  reason       text not null,
  score        double precision not null,
  found_at     timestamptz(3) not null default now(),
  dismissed_by uuid references user_account,
  dismissed_at timestamptz(3),
  primary key (source_id, other_id),
  constraint a_pair_is_listed_once check (source_id < other_id)
);
create index duplicate_by_other on duplicate (other_id);

create table source_merge (
  id        uuid primary key,
  kept_id   uuid not null references source,
  merged_id uuid not null references source,
  before    jsonb not null,
  moved     jsonb not null,
  merged_by uuid not null references user_account,
  at        timestamptz(3) not null default now(),
  undone_at timestamptz(3),
  undone_by uuid references user_account
);
create index source_merge_by_kept on source_merge (kept_id);
create index source_merge_by_merged on source_merge (merged_id);

-- ---------------------------------------------------------------------------------------------------------------------
-- Citing.

create table csl_style (
  id           text primary key,
  title        text not null,
  xml          text not null,
  sha256       text not null,
  kind         text not null constraint style_kind_is_known check (kind in ('numeric', 'author-date', 'author', 'label', 'note')),
  locale       text,
  uploaded_by  uuid not null references user_account,
  uploaded_at  timestamptz(3) not null default now(),
  removed_at   timestamptz(3)
);

create table formatted (
  key    text primary key,
  style  text not null,
  locale text not null,
  value  jsonb not null,
  at     timestamptz(3) not null default now()
);

-- ---------------------------------------------------------------------------------------------------------------------
-- People at work.

create table saved_view (
  id       uuid primary key,
  owner_id uuid not null references user_account,
  name     text not null,
  query    text not null,
  shared   boolean not null default false,
  at       timestamptz(3) not null default now()
);
create index saved_view_by_owner on saved_view (owner_id);

-- A reviewer's word on one item of a citation, on exactly these words of text, source and quote.
create table verification (
  id          uuid primary key,
  article_id  uuid not null references article,
  section_id  uuid not null,
  citation_id uuid not null,
  position    integer not null,
  source_id   uuid not null references source,
  digest      text not null,
  verdict     text not null constraint verification_is_known check (verdict in ('verified', 'disputed')),
  note        text not null default '' constraint a_dispute_says_why check (verdict = 'verified' or note <> ''),
  person_id   uuid not null references user_account,
  at          timestamptz(3) not null default now()
);
create index verification_by_article on verification (article_id, citation_id);

create table task (
  id          uuid primary key,
  kind        text not null,
  article_id  uuid references article,
  source_id   uuid references source,
  assignee_id uuid references user_account,
  words       text not null,
  data        jsonb not null default '{}',
  opened_at   timestamptz(3) not null default now(),
  done_at     timestamptz(3),
  done_by     uuid references user_account
);
create unique index one_open_task_for_each_cause on task
  (kind, coalesce(article_id, '00000000-0000-0000-0000-000000000000'), coalesce(source_id, '00000000-0000-0000-0000-000000000000'))
  where done_at is null;
create index task_by_assignee on task (assignee_id) where done_at is null;

create or replace trigger verifications_are_kept before update or delete or truncate on verification
  for each statement execute function rows_are_kept();
create or replace trigger merges_are_kept before delete or truncate on source_merge
  for each statement execute function rows_are_kept();

grant select, insert, update, delete on
  setting, blob, capture, link_check, source_link, host_pace, health_day, quote_check, retraction_notice,
  source_standing, duplicate, source_merge, csl_style, formatted, saved_view, verification, task
to imprimatur_app;
