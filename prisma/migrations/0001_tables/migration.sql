-- The tables of DESIGN section 6, with the keys that tie everything under an article to that article, and the two roles.
-- What a row may say, what may move and what may be published are the migrations after this one.

-- ---------------------------------------------------------------------------------------------------------------------
-- The app owns nothing and cannot alter anything; the reader sees what was published and nothing else.
-- Roles belong to the whole server, so another database of it may have made them already, or be making them now.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['imprimatur_app', 'imprimatur_reader'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then
        null;
      end;
    end if;
  end loop;
  if not exists (
    select from pg_roles
    where rolname = 'imprimatur_reader' and 'default_transaction_read_only=on' = any (rolconfig)
  ) then
    alter role imprimatur_reader set default_transaction_read_only = on;
  end if;
end $$;

do $$ begin
  execute format('revoke create, temporary on database %I from public', current_database());
end $$;
revoke create on schema public from public;
grant usage on schema public to imprimatur_app, imprimatur_reader;

-- ---------------------------------------------------------------------------------------------------------------------
create type role as enum ('editor', 'reviewer', 'admin');
create type article_state as enum ('writing', 'in_review', 'changes_requested', 'approved', 'scheduled');
create type edition_kind as enum ('first', 'update', 'correction', 'retraction');

-- ---------------------------------------------------------------------------------------------------------------------
-- People.
create table user_account (
  id             uuid primary key,
  email          text not null unique,
  name           text not null,
  password_hash  text not null,
  roles          role[] not null,
  epoch          integer not null default 0,
  deactivated_at timestamptz(3),
  created_at     timestamptz(3) not null default now()
);

create table invitation (
  id           uuid primary key,
  token_hash   text not null unique,
  email        text not null,
  name         text not null,
  roles        role[] not null,
  user_id      uuid references user_account,
  invited_by   uuid not null references user_account,
  expires_at   timestamptz(3) not null,
  accepted_at  timestamptz(3),
  withdrawn_at timestamptz(3),
  created_at   timestamptz(3) not null default now()
);

-- ---------------------------------------------------------------------------------------------------------------------
-- The draft. Each table under an article carries article_id, and its keys go through it: nothing of one article can
-- be hung under another.
create table article (
  id              uuid primary key,
  slug            text not null unique,
  version         integer not null default 0,
  step_count      integer not null default 0,
  state           article_state not null default 'writing',
  digest          text not null,
  rules_version   text not null default '',
  title           text not null default '',
  standfirst      text not null default '',
  words           integer not null default 0,
  open_blockers   integer not null default 0,
  open_warnings   integer not null default 0,
  live_edition_id uuid,
  withdrawn_at    timestamptz(3),
  withdrawn_why   text,
  scheduled_for   timestamptz(3),
  scheduled_by    uuid references user_account,
  scheduled_as    jsonb,
  refusal         jsonb,
  owner_id        uuid not null references user_account,
  created_at      timestamptz(3) not null default now(),
  updated_at      timestamptz(3) not null default now(),
  updated_by      uuid not null references user_account
);
create index article_latest_first on article (updated_at desc, id);

create table section (
  id         uuid primary key,
  article_id uuid not null references article,
  kind       text not null,
  position   integer not null,
  heading    text,
  body       jsonb not null,
  digest     text not null,
  words      integer not null default 0,
  deleted_at timestamptz(3),
  unique (article_id, id)
);
create index section_in_order on section (article_id, position);

create table source (
  id         uuid primary key,
  record     jsonb not null,
  type       text not null,
  title      text not null,
  year       integer,
  search     text not null default '',
  version    integer not null default 0,
  merged_into uuid references source,
  created_by uuid not null references user_account,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);

create table source_key (
  scheme    text not null,
  value     text not null,
  source_id uuid not null references source,
  primary key (scheme, value)
);
create index source_key_of_source on source_key (source_id);

create table reference (
  id         uuid primary key,
  article_id uuid not null references article,
  position   integer not null,
  original   text,
  labels     text[] not null default '{}',
  own_number boolean not null default false,
  source_id  uuid references source,
  removed_at timestamptz(3),
  unique (article_id, id)
);
create index reference_of_source on reference (source_id);

create table citation (
  article_id uuid not null,
  id         uuid not null,
  section_id uuid not null,
  position   integer not null,
  hole       boolean not null,
  primary key (article_id, id),
  foreign key (article_id, section_id) references section (article_id, id)
);

create table citation_item (
  article_id   uuid not null,
  citation_id  uuid not null,
  position     integer not null,
  reference_id uuid not null,
  locator      text,
  quote        text,
  primary key (article_id, citation_id, position),
  foreign key (article_id, citation_id) references citation (article_id, id) on delete cascade,
  foreign key (article_id, reference_id) references reference (article_id, id)
);
create index citation_item_of_reference on citation_item (reference_id);

-- ---------------------------------------------------------------------------------------------------------------------
-- The log of the draft.
create table step_batch (
  article_id uuid not null references article,
  version    integer not null,
  first_step integer not null,
  steps      jsonb not null,
  reason     text not null,
  author_id  uuid not null references user_account,
  client_id  text,
  sections   uuid[] not null,
  -- The transaction that wrote it, filled by the database: a change of text must be logged in its own transaction.
  written_in bigint not null default 0,
  at         timestamptz(3) not null default now(),
  primary key (article_id, version)
);
create index step_batch_by_step on step_batch (article_id, first_step);

create table revision (
  id           uuid primary key,
  article_id   uuid not null references article,
  version      integer not null,
  kind         text not null,
  note         text not null default '',
  document     jsonb not null,
  "references" jsonb not null,
  author_id    uuid not null references user_account,
  at           timestamptz(3) not null default now()
);
create index revision_by_version on revision (article_id, version);

create table import (
  id         uuid primary key,
  article_id uuid not null references article,
  name       text not null,
  text       text not null,
  ledger     jsonb not null,
  author_id  uuid not null references user_account,
  at         timestamptz(3) not null default now()
);
create index import_of_article on import (article_id);

-- ---------------------------------------------------------------------------------------------------------------------
-- Review.
create table review (
  id           uuid primary key,
  article_id   uuid not null references article,
  number       integer not null,
  submitted_by uuid not null references user_account,
  note         text not null default '',
  opened_at    timestamptz(3) not null default now(),
  closed_at    timestamptz(3),
  outcome      text,
  unique (article_id, number),
  unique (article_id, id)
);

create table verdict (
  id          uuid primary key,
  review_id   uuid not null references review,
  reviewer_id uuid not null references user_account,
  kind        text not null,
  words       text not null default '',
  at          timestamptz(3) not null default now()
);
create index verdict_of_review on verdict (review_id);

create table approval (
  id           uuid primary key,
  article_id   uuid not null,
  section_id   uuid not null,
  digest       text not null,
  reviewer_id  uuid not null references user_account,
  review_id    uuid not null,
  -- These four are filled by the database from what it sees, whatever the statement says.
  contributors uuid[] not null,
  text_hash    text not null,
  at_version   integer not null,
  given_in     bigint not null default 0,
  at           timestamptz(3) not null default now(),
  foreign key (article_id, section_id) references section (article_id, id),
  foreign key (article_id, review_id) references review (article_id, id),
  unique (id, section_id, digest, reviewer_id)
);
create index approval_of_section on approval (section_id, digest);

create table approval_revocation (
  approval_id uuid primary key references approval,
  revoked_by  uuid not null references user_account,
  reason      text not null,
  at          timestamptz(3) not null default now()
);

create table thread (
  id          uuid primary key,
  article_id  uuid not null,
  section_id  uuid not null,
  anchor      jsonb not null,
  opened_by   uuid not null references user_account,
  opened_at   timestamptz(3) not null default now(),
  resolved_by uuid references user_account,
  resolved_at timestamptz(3),
  foreign key (article_id, section_id) references section (article_id, id)
);
create index thread_of_article on thread (article_id);

create table comment (
  id        uuid primary key,
  thread_id uuid not null references thread,
  author_id uuid not null references user_account,
  body      text not null,
  at        timestamptz(3) not null default now()
);
create index comment_of_thread on comment (thread_id);

create table waiver (
  id           uuid primary key,
  article_id   uuid not null references article,
  rule         text not null,
  fingerprint  text not null,
  excerpt      text not null default '',
  reason       text not null,
  requested_by uuid not null references user_account,
  requested_at timestamptz(3) not null default now(),
  confirmed_by uuid references user_account,
  confirmed_at timestamptz(3),
  expires_at   timestamptz(3) not null,
  withdrawn_at timestamptz(3)
);
create index waiver_of_article on waiver (article_id);

-- ---------------------------------------------------------------------------------------------------------------------
-- Publishing. An edition stands on a report of its very digest, an edition's section on an approval of its very digest.
create table gate_report (
  id            uuid primary key,
  article_id    uuid not null references article,
  digest        text not null,
  open_blockers integer not null,
  rules_version text not null,
  findings      jsonb not null,
  waivers       jsonb not null,
  judged_in     bigint not null default 0,
  at            timestamptz(3) not null default now(),
  unique (id, article_id, digest, open_blockers)
);
create index gate_report_of_article on gate_report (article_id, at);

create table edition (
  id             uuid primary key,
  article_id     uuid not null references article,
  number         integer not null,
  kind           edition_kind not null,
  slug           text not null,
  title          text not null,
  standfirst     text not null,
  byline         text not null,
  note           text,
  digest         text not null,
  open_blockers  integer not null default 0,
  gate_report_id uuid not null,
  "references"   jsonb not null,
  published_by   uuid not null references user_account,
  published_at   timestamptz(3) not null default now(),
  unique (article_id, number),
  unique (article_id, id),
  constraint edition_stands_on_a_report_of_its_text
    foreign key (gate_report_id, article_id, digest, open_blockers)
    references gate_report (id, article_id, digest, open_blockers)
);
create index edition_latest_first on edition (published_at desc);

alter table article add constraint live_edition_is_of_this_article
  foreign key (id, live_edition_id) references edition (article_id, id);

create table edition_section (
  edition_id  uuid not null,
  section_id  uuid not null,
  article_id  uuid not null,
  position    integer not null,
  kind        text not null,
  body        jsonb not null,
  digest      text not null,
  approval_id uuid not null,
  approved_by uuid not null,
  primary key (edition_id, section_id),
  foreign key (article_id, edition_id) references edition (article_id, id),
  foreign key (article_id, section_id) references section (article_id, id),
  constraint edition_section_stands_on_an_approval_of_its_text
    foreign key (approval_id, section_id, digest, approved_by)
    references approval (id, section_id, digest, reviewer_id)
);

create table page (
  path         text primary key,
  kind         text not null,
  article_id   uuid references article,
  edition_id   uuid,
  status       integer not null default 200,
  content_type text not null,
  etag         text not null,
  body         bytea not null,
  gzip         bytea not null,
  brotli       bytea not null,
  baked_at     timestamptz(3) not null default now(),
  constraint page_shows_an_edition_of_its_article
    foreign key (article_id, edition_id) references edition (article_id, id)
);
create index page_of_article on page (article_id);

-- ---------------------------------------------------------------------------------------------------------------------
-- The house: history, the moves of a draft, the site's name, counters of the rate limiter.
create table event (
  seq        bigint primary key,
  at         timestamptz(6) not null default now(),
  type       text not null,
  actor_id   uuid references user_account,
  article_id uuid references article,
  data       jsonb not null,
  prev_hash  text not null,
  hash       text not null
);
create index event_of_article on event (article_id, seq);

create table event_head (
  "only" boolean primary key default true,
  seq    bigint not null,
  hash   text not null
);

create table transition (
  move   text not null,
  "from" article_state not null,
  "to"   article_state not null,
  primary key (move, "from", "to")
);

create table site (
  "only"   boolean primary key default true,
  name     text not null,
  tagline  text not null default '',
  base_url text not null default ''
);

create table rate_limit (
  key    text primary key,
  points integer not null default 0,
  expire bigint
);

-- ---------------------------------------------------------------------------------------------------------------------
-- Update and delete are granted on insert-only tables too: the refusal then is a trigger's, by name, and says why.
grant select, insert, update, delete on
  user_account, invitation, article, section, source, source_key, reference, citation, citation_item,
  step_batch, revision, import, review, verdict, approval, approval_revocation, thread, comment, waiver,
  gate_report, edition, edition_section, page, event, site, rate_limit
to imprimatur_app;
grant select on event_head, transition to imprimatur_app;
grant select on page, edition, edition_section, site to imprimatur_reader;
