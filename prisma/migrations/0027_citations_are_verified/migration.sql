-- A verification says which words it is of and which kept text it was compared with; the database compares both with what
-- stands. How much of an article is verified, cited and held is counted on its row, for lists.

alter table verification
  add column support        text not null,
  add column support_sha256 text not null default '',
  add column kept_sha256    text;
create index verification_disputes on verification (article_id) where verdict = 'disputed';
create index verification_by_source on verification (source_id);

alter table article
  add column verified_citations integer not null default 0,
  add column cited_citations    integer not null default 0,
  add column held_citations     integer not null default 0;

-- Who had verified what when an edition came out, by reference (domain/publishing/verified); editions from before say nothing.
alter table edition add column verified jsonb not null default '{}';

update article
set cited_citations = counted.cited, held_citations = counted.held
from (
  select section.article_id,
    sum((select count(*) from citation where citation.section_id = section.id and not hole)) as cited,
    sum((select count(*) from citation where citation.section_id = section.id and hole)
      + (select count(*) from jsonb_path_query(body, 'strict $.** ? (@.type == "placeholderLink")'))) as held
  from section where deleted_at is null group by section.article_id
) counted
where counted.article_id = article.id;

-- A verification is a reviewer's word on a citation as it stands in the text, on the source that it rests on and on the
-- newest text that is kept of it. Whose word it may be, when it was given and what it is of is read by the database itself.
create or replace function verification_is_filled() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  part section;
  item jsonb;
begin
  perform lock_article(new.article_id);
  select * into part from section where id = new.section_id and article_id = new.article_id and deleted_at is null;
  item := jsonb_path_query_first(
    part.body,
    '$.** ? (@.type == "citation" && @.attrs.id == $id).attrs.items',
    jsonb_build_object('id', new.citation_id)
  ) -> new.position;
  if item is null or new.position < 0 then
    perform refuse('verification_is_of_a_citation_that_stands', 'the section has no such citation');
  end if;
  if not exists (
    select from reference
    where id::text = item ->> 'reference' and article_id = new.article_id and removed_at is null and source_id = new.source_id
  ) then
    perform refuse('verification_is_of_the_cited_source', 'the citation rests on another one');
  end if;
  if (new.support::jsonb ->> 'quote', new.support::jsonb ->> 'locator') is distinct from (item ->> 'quote', item ->> 'locator') then
    perform refuse('verification_is_of_the_words_that_stand', 'the citation has another quote or locator');
  end if;
  if new.kept_sha256 is distinct from (
    select text_sha256 from capture where source_id = new.source_id and text_sha256 is not null order by at desc, id desc limit 1
  ) then
    perform refuse('verification_is_of_the_kept_text', 'another text of the source is the newest');
  end if;
  if new.digest <> hex_of_text(format('{"kept":%s,"support":%s}', coalesce(to_json(new.kept_sha256)::text, 'null'), new.support)) then
    perform refuse('verification_has_its_own_digest', 'it is not of what it says it is of');
  end if;
  if not exists (
    select from user_account where id = new.person_id and 'reviewer' = any (roles) and deactivated_at is null
  ) then
    perform refuse('verification_is_given_by_a_reviewer', 'this person is none');
  end if;
  if new.person_id = any (contributors_of(new.section_id)) then
    perform refuse('nobody_verifies_their_own_text', 'this person wrote what changed in the section');
  end if;
  new.support_sha256 := hex_of_text(new.support);
  new.at := clock_timestamp();
  return new;
end $$;

create or replace trigger verification_is_filled before insert on verification
  for each row execute function verification_is_filled();

-- The SHA-256 of a text in UTF-8, as 64 hexadecimal digits.
create or replace function hex_of_text(given text) returns text
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$
  select encode(sha256(convert_to(given, 'UTF8')), 'hex')
$$;

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

revoke execute on function edition_tells_given_words(), verification_is_filled(), hex_of_text(text) from public;
grant execute on function hex_of_text(text) to imprimatur_app;
