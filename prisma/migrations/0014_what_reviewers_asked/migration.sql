-- What a reviewer asked is answered before readers see the text: no open conversation is published over, and none is made
-- to disappear. A standfirst is the front's own words too.
create or replace function refuse_unjudged_edition(wanted edition, held article) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (select from gate_report where id = wanted.gate_report_id and judged_in = this_transaction()) then
    perform refuse('edition_was_judged_now', 'its report is not of this transaction');
  end if;
  if wanted.digest <> held.digest then
    perform refuse('edition_is_of_the_current_text', 'the article has another digest');
  end if;
  if held.state not in ('approved', 'scheduled') then
    perform refuse('edition_was_approved', format('the article is %s', held.state));
  end if;
  if exists (
    select from step_batch
    where written_in = this_transaction() and article_id = held.id and cardinality(sections) > 0
  ) then
    perform refuse('edition_is_of_settled_text', 'the text changed in this very transaction');
  end if;
  if exists (select from reference where article_id = held.id and removed_at is null and source_id is null) then
    perform refuse('edition_has_no_raw_reference', 'its source list has a line that is not a source yet');
  end if;
  if exists (select from thread where article_id = held.id and resolved_at is null) then
    perform refuse('edition_leaves_no_comment_open', 'a conversation about it is not resolved');
  end if;
end $$;

create or replace function text_of_front(front jsonb, child integer) returns text
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$
  select trimmed(coalesce(string_agg(
    case written ->> 'type' when 'hardBreak' then chr(10) else written ->> 'text' end, '' order by place
  ), ''))
  from jsonb_array_elements(coalesce(front #> array['content', child::text, 'content'], '[]'))
    with ordinality as inline(written, place)
$$;

create or replace function edition_is_whole() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  held article;
  front jsonb;
begin
  select * into held from article where id = new.article_id;
  if held.live_edition_id is distinct from (
    select id from edition where article_id = new.article_id order by number desc limit 1
  ) then
    perform refuse('live_edition_is_the_newest', format('readers would not see edition %s', new.number));
  end if;
  if new.kind = 'retraction' then
    if (select count(*) from edition_section where edition_id = new.id) <> (
      select count(*) from edition_section join edition on edition.id = edition_section.edition_id
      where edition.article_id = new.article_id and edition.number = new.number - 1
    ) then
      perform refuse('retraction_keeps_the_text', 'a section of the retracted edition is missing');
    end if;
    return null;
  end if;
  if held.state <> 'writing' then
    perform refuse('publishing_ends_the_round', format('the article is still %s', held.state));
  end if;
  if exists (
    select from section
    where article_id = new.article_id and deleted_at is null
      and not exists (select from edition_section where edition_id = new.id and section_id = section.id)
  ) then
    perform refuse('edition_has_every_section', 'a section of the draft is missing');
  end if;
  select body into front from edition_section where edition_id = new.id and position = 0 and kind = 'front';
  if front is null then
    perform refuse('edition_has_every_section', 'it has no front');
  end if;
  if (trimmed(new.title), trimmed(new.standfirst), trimmed(new.byline))
    is distinct from (text_of_front(front, 0), text_of_front(front, 1), text_of_front(front, 2)) then
    perform refuse('edition_bears_the_title_of_its_front', text_of_front(front, 0));
  end if;
  if exists (
    select from jsonb_array_elements(new."references") as entry
    where entry ->> 'id' not in (
      select cited from edition_section cross join lateral cited_in(body) as cited where edition_id = new.id
    )
  ) then
    perform refuse('edition_sources_are_what_was_cited', 'it lists a source that it does not cite');
  end if;
  return null;
end $$;

create or replace trigger threads_are_kept before delete or truncate on thread
  for each statement execute function rows_are_kept();
create or replace trigger comments_are_kept before delete or truncate on comment
  for each statement execute function rows_are_kept();

alter table waiver
  add constraint this_rule_lets_nothing_pass check (rule not in ('comment/open', 'front/missing', 'section/empty'));
