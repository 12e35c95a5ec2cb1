-- At the end of the transaction that publishes, the edition has its receipt. Editions from before there were any have none.
create or replace function edition_was_given_a_receipt() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (select from receipt where edition_id = new.id) then
    perform refuse('edition_has_a_receipt', format('edition %s has none', new.number));
  end if;
  return null;
end $$;

drop trigger if exists edition_was_given_a_receipt on edition;
create constraint trigger edition_was_given_a_receipt after insert on edition
  deferrable initially deferred for each row execute function edition_was_given_a_receipt();
