-- A page may send headers of its own besides those that every page sends: names and values in turn.
alter table page
  add column headers text[] not null default '{}',
  add constraint page_headers_come_in_pairs check (array_length(headers, 1) is null or array_length(headers, 1) % 2 = 0);

-- What readers say is wrong with a citation. It comes in through the one public door for writing and is only ever read on
-- the desk. The reference is of the edition that they had before them.
create table reader_report (
  id           uuid primary key,
  article_id   uuid not null references article,
  edition_id   uuid not null,
  reference_id uuid,
  source_id    uuid references source,
  words        text not null constraint a_report_says_something check (length(btrim(words)) between 1 and 2000),
  at           timestamptz(3) not null default now(),
  outcome      text constraint report_outcome_is_known check (outcome in ('answered', 'dismissed')),
  answer       text not null default '' constraint an_answer_is_short check (length(answer) <= 2000),
  settled_by   uuid references user_account,
  settled_at   timestamptz(3),
  constraint report_is_of_an_edition foreign key (article_id, edition_id) references edition (article_id, id),
  constraint a_settled_report_says_by_whom check ((outcome is null) = (settled_by is null) and (outcome is null) = (settled_at is null))
);
create index reader_report_by_article on reader_report (article_id) where outcome is null;
create index reader_report_by_reference on reader_report (reference_id) where outcome is null;

create or replace trigger reader_reports_are_kept before delete or truncate on reader_report
  for each statement execute function rows_are_kept();

grant select, insert, update on reader_report to imprimatur_app;
