-- Refuses by name: SQLSTATE 23514 with the constraint's name in its own field and in the message, then why, as a sentence.
create or replace function refuse(refusal text, why text) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  raise exception using
    errcode = 'check_violation',
    constraint = refusal,
    message = format('refused by "%s": %s', refusal, why);
end $$;
