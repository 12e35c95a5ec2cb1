-- A report is dated with its transaction, and counts every blocker among its findings that no standing waiver lets pass.
create or replace function report_is_dated() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  standing integer;
begin
  perform lock_article(new.article_id);
  new.judged_in := this_transaction();
  if jsonb_typeof(new.findings) is distinct from 'array' then
    perform refuse('report_counts_every_blocker', 'its findings are not a list');
  end if;
  select count(*) into standing
  from jsonb_array_elements(new.findings) as finding
  where finding ->> 'severity' = 'blocker' and not exists (
    select from waiver
    where waiver.article_id = new.article_id
      and waiver.rule = finding ->> 'rule' and waiver.fingerprint = finding ->> 'fingerprint'
      and waiver.confirmed_by is not null and waiver.withdrawn_at is null and waiver.expires_at > clock_timestamp()
  );
  if new.open_blockers < standing then
    perform refuse('report_counts_every_blocker', format('%s of its findings block', standing));
  end if;
  return new;
end $$;

create or replace trigger report_is_dated before insert on gate_report
  for each row execute function report_is_dated();
