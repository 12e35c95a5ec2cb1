-- An edition names nobody as having verified what rests on a source who gave no such word in its article; a retraction
-- says what the edition before it said.
create or replace function edition_tells_given_words() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.kind = 'retraction' then
    if new.verified is distinct from (
      select verified from edition where article_id = new.article_id order by number desc limit 1
    ) then
      perform refuse('edition_tells_words_that_were_given', 'the edition before it says something else');
    end if;
  elsif exists (
    select from jsonb_each(new.verified) as told(cited, said)
      cross join jsonb_array_elements_text(said -> 'by') as person(called)
    where not exists (
      select from verification
        join reference on reference.article_id = verification.article_id and reference.source_id = verification.source_id
        join user_account on user_account.id = person_id
      where verification.article_id = new.article_id and verdict = 'verified'
        and reference.id::text = cited and user_account.name = called
    )
  ) then
    perform refuse('edition_tells_words_that_were_given', 'somebody in it verified nothing of that source');
  end if;
  return new;
end $$;

create or replace trigger edition_tells_given_words before insert on edition
  for each row execute function edition_tells_given_words();
