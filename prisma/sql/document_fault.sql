-- Says what is wrong with a stored part of a draft, or null: its node is the row's, every node and mark at any depth is
-- one of ours, spelt as ours, and carries nothing that our readers of it (renderer, exporters, this gate) do not look at.
create or replace function document_fault(part jsonb, part_id uuid, part_kind text) returns text
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$
  with recursive node(value) as (
    select part
    union all
    select child.value
    from node cross join lateral jsonb_array_elements(
      case when jsonb_typeof(node.value -> 'content') = 'array' then node.value -> 'content' else '[]' end
    ) as child(value)
  ),
  mark(value) as (
    select marked.value
    from node cross join lateral jsonb_array_elements(
      case when jsonb_typeof(node.value -> 'marks') = 'array' then node.value -> 'marks' else '[]' end
    ) as marked(value)
  ),
  known(nodes, marks) as materialized (select document_node_types(), document_mark_types()),
  fault(why) as (
    select case
      when jsonb_typeof(value) <> 'object' then 'a node is not an object'
      when value - array['type', 'attrs', 'content', 'marks', 'text'] <> '{}' then 'a node has a field that nodes do not have'
      when jsonb_typeof(value -> 'type') is distinct from 'string' then 'a node has no type'
      when value ->> 'type' <> all (known.nodes) then format('%s is not a node of ours', value -> 'type')
      when jsonb_typeof(coalesce(value -> 'attrs', '{}')) <> 'object' then 'the attributes of a node are not an object'
      when jsonb_typeof(coalesce(value -> 'content', '[]')) <> 'array' then 'the content of a node is not a list'
      when jsonb_typeof(coalesce(value -> 'marks', '[]')) <> 'array' then 'the marks of a node are not a list'
      when value ->> 'type' = 'citation' and jsonb_typeof(value #> '{attrs,items}') is distinct from 'array'
        then 'a citation has no list of items'
      when (value ->> 'type' = 'text') <> (jsonb_typeof(value -> 'text') is not distinct from 'string')
        then 'only text has text, and it always has'
    end
    from node cross join known
    union all
    select case
      when jsonb_typeof(value) <> 'object' then 'a mark is not an object'
      when value - array['type', 'attrs'] <> '{}' then 'a mark has a field that marks do not have'
      when coalesce(value ->> 'type', '') <> all (known.marks) then format('%s is not a mark of ours', value -> 'type')
    end
    from mark cross join known
    union all
    select case
      when part ->> 'type' is distinct from part_kind then format('the node is a %s and the row a %s', part -> 'type', part_kind)
      when lower(part #>> '{attrs,id}') is distinct from part_id::text then 'the node bears another id than the row'
    end
  )
  select why from fault where why is not null limit 1
$$;
