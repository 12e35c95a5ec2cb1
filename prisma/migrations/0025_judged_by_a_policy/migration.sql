-- A report says by which policy of the house its findings were blockers or warnings, and a standing which identifiers it
-- was looked up by: those of a record that was edited since were not.
alter table gate_report
  add column policy jsonb not null default '{}';

alter table source_standing
  add column keys text[] not null default '{}',
  add column failures integer not null default 0;

-- Notices are found by the work that they are about, checks of quotes by the copy that they were looked for in.
create index quote_check_by_capture on quote_check (capture_id);
