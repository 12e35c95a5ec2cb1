-- The front of an article may review a claim: its words, who made it, the verdict. Where it was made is a citation in it,
-- and without one no edition of it exists.
create or replace function document_node_types() returns text[]
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$ select array[
  'doc', 'front', 'title', 'standfirst', 'byline', 'section', 'heading', 'paragraph', 'subheading', 'blockquote',
  'bulletList', 'orderedList', 'listItem', 'codeBlock', 'table', 'tableRow', 'tableHeader', 'tableCell',
  'caption', 'figure', 'horizontalRule', 'text', 'hardBreak', 'citation', 'placeholderLink', 'claim'
] $$;

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

alter table waiver
  drop constraint this_rule_lets_nothing_pass,
  add constraint this_rule_lets_nothing_pass check (
    rule not in (
      'comment/open', 'front/missing', 'section/empty', 'link/target-unpublished', 'claim/unsourced', 'claim/incomplete'
    )
  );
