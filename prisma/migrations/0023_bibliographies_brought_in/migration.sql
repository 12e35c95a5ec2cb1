-- A bibliography that somebody brings: the file as it was read, entry by entry, with what became of each. The rows are there
-- before the first source is made, so an import that is cut off goes on where it was, and nothing of the file is lost.

create table bibliography (
  id         uuid primary key,
  name       text not null,
  format     text not null,
  article_id uuid references article,
  by         uuid not null references user_account,
  at         timestamptz(3) not null default now(),
  done_at    timestamptz(3)
);
create index bibliography_by_person on bibliography (by, at desc);

create table bibliography_entry (
  bibliography_id uuid not null references bibliography,
  position        integer not null,
  key             text,
  line            integer not null,
  raw             text not null,
  record          jsonb,
  left_out        text[] not null default '{}',
  why             text,
  outcome         text constraint outcome_of_an_entry_is_known check (outcome in ('added', 'known', 'failed')),
  source_id       uuid references source,
  primary key (bibliography_id, position),
  constraint an_entry_is_a_record_or_says_why check ((record is null) = (why is not null)),
  constraint an_entry_that_came_in_has_its_source check ((outcome in ('added', 'known')) = (source_id is not null))
);
create index bibliography_entry_waiting on bibliography_entry (bibliography_id, position) where outcome is null;

-- Works without an identifier are known by all that their records say; they are looked for by their titles.
create index source_by_title on source using hash (title);

grant select, insert, update, delete on bibliography, bibliography_entry to imprimatur_app;
