-- The second half of the gate, at each section: it is the draft's section, it is the text that was approved by the
-- approval that it names, that approval stands, and nothing in it is a hole.
create or replace function edition_section_is_judged() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  whole edition;
  cited text[];
  records jsonb;
begin
  perform lock_article(new.article_id);
  select * into whole from edition where id = new.edition_id;
  if whole.published_in is distinct from this_transaction() then
    perform refuse('editions_never_change', 'its transaction is over');
  end if;
  if whole.kind = 'retraction' then
    perform refuse_changed_section(new, whole);
    return new;
  end if;
  cited := array(select cited_in(new.body));
  select coalesce(jsonb_object_agg(entry ->> 'id', entry -> 'record'), '{}') into records
  from jsonb_array_elements(whole."references") as entry
  where entry ->> 'id' = any (cited);
  perform refuse_other_text(new);
  perform refuse_unapproved(new, records);
  perform refuse_holes(new.body, records);
  perform refuse_dead_links(new);
  return new;
end $$;

create or replace trigger edition_section_is_judged before insert on edition_section
  for each row execute function edition_section_is_judged();

create or replace function refuse_changed_section(retracted edition_section, retraction edition) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (
    select from edition_section as before join edition on edition.id = before.edition_id
    where edition.article_id = retraction.article_id and edition.number = retraction.number - 1
      and before.section_id = retracted.section_id
      and (before.position, before.kind, before.body::text, before.digest, before.approval_id, before.approved_by)
        = (retracted.position, retracted.kind, retracted.body::text, retracted.digest, retracted.approval_id, retracted.approved_by)
  ) then
    perform refuse('retraction_keeps_the_text', format('edition %s has no such section', retraction.number - 1));
  end if;
end $$;

create or replace function refuse_other_text(part edition_section) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  drafted section;
begin
  select * into drafted from section where id = part.section_id and deleted_at is null;
  if (drafted.body::text, drafted.digest) is distinct from (part.body::text, part.digest) then
    perform refuse('edition_text_is_what_was_approved', 'the draft has another text here');
  end if;
  if (drafted.position, drafted.kind) is distinct from (part.position, part.kind) then
    perform refuse('edition_keeps_the_order', format('the draft has this %s at %s', drafted.kind, drafted.position));
  end if;
end $$;

create or replace function refuse_unapproved(part edition_section, records jsonb) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  given approval;
begin
  select * into given from approval where id = part.approval_id;
  if exists (select from approval_revocation where approval_id = given.id) then
    perform refuse('approval_still_stands', 'this approval was taken back');
  end if;
  if hash_of_text(part.body, records) is distinct from given.text_hash then
    perform refuse('edition_text_is_what_was_approved', 'this approval is of another text, or of other sources');
  end if;
  if given.reviewer_id = any (contributors_to(given)) then
    perform refuse('nobody_approves_own_text', 'by the approvals that stand now, its reviewer is among its writers');
  end if;
end $$;

-- The text itself is walked, at any depth: reports and index rows may claim what they like. (In jsonpath's strict mode
-- each node is met once; a comparison with something that has no type is then unknown, not an error.)
create or replace function refuse_holes(part jsonb, records jsonb) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  hole jsonb;
begin
  select node into hole
  from jsonb_path_query(part, 'strict $.** ? (@.type == "citation" || @.type == "placeholderLink")') as node
  where node ->> 'type' = 'placeholderLink'
    or jsonb_typeof(node #> '{attrs,items}') is distinct from 'array'
    or node #> '{attrs,items}' = '[]'
    or exists (
      select from jsonb_array_elements(
        case when jsonb_typeof(node #> '{attrs,items}') = 'array' then node #> '{attrs,items}' else '[]' end
      ) as item
      where (item ->> 'reference') is null or not records ? (item ->> 'reference')
    )
  limit 1;
  if found then
    perform refuse('edition_has_no_holes', format('the %s %s rests on nothing', hole ->> 'type', hole #> '{attrs,id}'));
  end if;
  if exists (
    select from jsonb_path_query(part, 'strict $.** ? (@.type == "claim")') as claim
    where not jsonb_path_exists(claim, '$.content[*] ? (@.type == "citation")')
  ) then
    perform refuse('a_reviewed_claim_has_its_source', 'it does not say where the claim was made');
  end if;
end $$;

create or replace function refuse_dead_links(part edition_section) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  dead jsonb;
begin
  select link into dead
  from jsonb_path_query(part.body, 'strict $.** ? (@.type == "articleLink")') as link
  where (link #>> '{attrs,article}') is distinct from part.article_id::text and not exists (
    select from article
    where id::text = link #>> '{attrs,article}' and live_edition_id is not null and withdrawn_at is null
      and id = case when link #>> '{attrs,article}' ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then (link #>> '{attrs,article}')::uuid end
  )
  limit 1;
  if found then
    perform refuse('edition_links_to_published_articles', format('article %s is not published', dead #> '{attrs,article}'));
  end if;
end $$;
