-- What a row may say, each with a name that is the refusal. A section's body is a document of our one schema.

-- The nodes and marks of the one schema (domain/document/nodes.ts and marks.ts; a test compares).
create or replace function document_node_types() returns text[]
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$ select array[
  'doc', 'front', 'title', 'standfirst', 'byline', 'section', 'heading', 'paragraph', 'subheading', 'blockquote',
  'bulletList', 'orderedList', 'listItem', 'codeBlock', 'table', 'tableRow', 'tableHeader', 'tableCell',
  'horizontalRule', 'text', 'hardBreak', 'citation', 'placeholderLink'
] $$;

create or replace function document_mark_types() returns text[]
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$ select array['link', 'articleLink', 'em', 'strong', 'strike', 'sub', 'sup', 'code'] $$;

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

alter table user_account
  add constraint person_has_a_name check (btrim(name) <> ''),
  add constraint person_has_a_role check (cardinality(roles) > 0),
  add constraint email_is_in_lower_case check (email !~ '[A-Z[:space:]]' and email like '_%@_%');

alter table article
  add constraint slug_is_words_and_dashes check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 200),
  add constraint counts_begin_at_zero check (least(version, step_count, words, open_blockers, open_warnings) >= 0),
  add constraint scheduled_has_a_time check (state <> 'scheduled' or scheduled_for is not null),
  add constraint withdrawal_gives_a_reason check (withdrawn_at is null or btrim(coalesce(withdrawn_why, '')) <> '');

alter table section
  add constraint section_kind_is_known check (kind in ('front', 'section')),
  add constraint front_comes_first check (position >= 0 and (kind = 'front') = (position = 0)),
  add constraint section_is_a_document_of_ours check (document_fault(body, id, kind) is null);

alter table source
  add constraint source_record_has_a_title check (jsonb_typeof(record) = 'object' and btrim(coalesce(record ->> 'title', '')) <> ''),
  add constraint source_is_not_merged_into_itself check (merged_into <> id);

alter table source_key
  add constraint source_key_is_known check (scheme in ('doi', 'isbn', 'pmid', 'arxiv', 'url') and btrim(value) <> '');

alter table reference
  add constraint reference_is_a_source_or_a_line check (source_id is not null or btrim(coalesce(original, '')) <> '');

alter table step_batch
  add constraint steps_are_a_list check (jsonb_typeof(steps) = 'array'),
  add constraint step_reason_is_known check (reason in ('steps', 'created', 'imported', 'restored', 'reference', 'source'));

alter table revision
  add constraint revision_kind_is_known check (kind in ('imported', 'submitted', 'published', 'restored', 'checkpoint'));

create unique index one_open_review_per_article on review (article_id) where closed_at is null;
alter table review
  add constraint closed_review_has_an_outcome check ((closed_at is null) = (outcome is null)),
  add constraint review_outcome_is_known check (outcome in ('published', 'changes_requested', 'withdrawn'));

alter table verdict
  add constraint verdict_is_known check (kind in ('approved', 'changes_requested')),
  add constraint sending_back_needs_words check (kind <> 'changes_requested' or btrim(words) <> '');

alter table approval
  add constraint nobody_approves_own_text check (reviewer_id <> all (contributors));

alter table approval_revocation
  add constraint revocation_gives_a_reason check (btrim(reason) <> '');

alter table thread
  add constraint thread_is_resolved_by_someone check ((resolved_by is null) = (resolved_at is null));

alter table comment
  add constraint comment_says_something check (btrim(body) <> '');

alter table waiver
  add constraint waiver_gives_a_reason check (btrim(reason) <> ''),
  add constraint waiver_needs_a_second_person check (confirmed_by <> requested_by),
  add constraint waiver_is_confirmed_by_someone check ((confirmed_by is null) = (confirmed_at is null)),
  add constraint waiver_ends_after_it_begins check (expires_at > requested_at),
  add constraint a_hole_cannot_be_waived check (rule not in ('citation/missing', 'link/unresolved', 'reference/not-a-source'));

alter table gate_report
  add constraint report_counts_from_zero check (open_blockers >= 0);

alter table edition
  add constraint edition_has_no_open_blockers check (open_blockers = 0),
  add constraint edition_has_a_title check (btrim(title) <> ''),
  add constraint first_edition_is_number_one check (number >= 1 and (kind = 'first') = (number = 1)),
  add constraint correction_says_what_was_wrong check (kind <> 'correction' or btrim(coalesce(note, '')) <> ''),
  add constraint retraction_gives_a_reason check (kind <> 'retraction' or btrim(coalesce(note, '')) <> '');

alter table edition_section
  add constraint edition_sections_stand_in_order unique (edition_id, position);

alter table page
  add constraint page_kind_is_known check (kind in ('article', 'edition', 'list', 'feed', 'sitemap', 'asset', 'notice')),
  add constraint page_path_begins_with_a_slash check (path like '/%'),
  add constraint page_status_is_one_of_http check (status between 200 and 599),
  add constraint page_of_an_article_names_its_edition check (kind not in ('article', 'edition') or (article_id is not null and edition_id is not null)),
  add constraint page_of_an_edition_names_its_article check (edition_id is null or article_id is not null);

alter table event
  add constraint event_type_is_noun_and_verb check (type ~ '^[a-z-]+[.][a-z-]+$' and length(type) <= 100);

alter table event_head add constraint there_is_one_head check ("only");
alter table site add constraint there_is_one_site check ("only");
