-- Pages that lead elsewhere say where; baking everything anew is a run that goes on where it stopped.
alter table page
  add column location text,
  add constraint a_page_that_leads_elsewhere_says_where check ((status in (301, 302, 307, 308)) = (location is not null)),
  add constraint a_page_leads_to_this_site check (location like '/%' and location not like '//%');

create table bake_run (
  id          uuid primary key,
  job         text not null unique,
  reason      text not null,
  templates   text not null,
  total       integer not null default 0,
  done        integer not null default 0,
  failed      integer not null default 0,
  fault       text,
  after       uuid,
  started_at  timestamptz(3) not null default now(),
  finished_at timestamptz(3)
);
create index bake_run_by_start on bake_run (started_at desc);

grant select, insert, update, delete on bake_run to imprimatur_app;
