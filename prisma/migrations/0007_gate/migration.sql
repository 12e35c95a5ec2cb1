-- The gate: an edition is refused unless the text in it was judged, approved and has no hole, whoever asks and however.
alter table edition add column published_in bigint not null default 0;
comment on column edition.published_in is 'The transaction that wrote it, filled by the database: its sections can be added in no other.';
create unique index one_report_makes_one_edition on edition (gate_report_id) where kind <> 'retraction';

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

-- The first half of the gate: may this article have this edition now? It is the next one, of the text as it stands,
-- approved, judged in this very transaction, and its sources are its own, as they stand.
create or replace function edition_is_judged() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  held article := lock_article(new.article_id);
  newest edition;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    perform refuse('edition_sees_what_is_committed', 'an older view could miss what was taken back meanwhile');
  end if;
  new.published_in := this_transaction();
  select * into newest from edition where article_id = new.article_id order by number desc limit 1;
  if new.number <> coalesce(newest.number, 0) + 1 then
    perform refuse('editions_are_numbered_in_order', format('the next one is %s', coalesce(newest.number, 0) + 1));
  end if;
  if new.slug <> held.slug then
    perform refuse('edition_bears_its_articles_slug', held.slug);
  end if;
  if held.withdrawn_at is not null then
    perform refuse('withdrawals_stand', 'what the law took away does not come back');
  end if;
  if new.kind = 'retraction' then
    perform refuse_changed_retraction(new, newest);
  else
    perform refuse_unjudged_edition(new, held);
    perform refuse_wrong_sources(new);
  end if;
  return new;
end $$;

create or replace trigger edition_is_judged before insert on edition
  for each row execute function edition_is_judged();

-- A retraction withdraws what stands and rewrites nothing of it, so it needs no approval and no new report.
create or replace function refuse_changed_retraction(retraction edition, newest edition) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if newest.id is null or newest.kind = 'retraction' then
    perform refuse('retraction_is_of_a_standing_edition', 'nothing stands that could be retracted');
  end if;
  if (retraction.title, retraction.standfirst, retraction.byline, retraction.digest, retraction.gate_report_id, retraction."references"::text)
    is distinct from (newest.title, newest.standfirst, newest.byline, newest.digest, newest.gate_report_id, newest."references"::text) then
    perform refuse('retraction_keeps_the_text', format('edition %s says something else', newest.number));
  end if;
end $$;

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
end $$;

-- The frozen source list is of living references of this article, each once, each with its source's record of now.
create or replace function refuse_wrong_sources(wanted edition) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  wrong jsonb;
begin
  if jsonb_typeof(wanted."references") <> 'array' then
    perform refuse('edition_sources_are_what_was_cited', 'its source list is not a list');
  end if;
  with listed as materialized (
    select entry, entry ->> 'id' as id, count(*) over (partition by entry ->> 'id') as times
    from jsonb_array_elements(wanted."references") as entry
  ),
  own as materialized (
    select reference.id::text as id, jsonb_build_object('id', reference.id, 'sourceId', source.id, 'record', source.record) as entry
    from reference join source on source.id = reference.source_id
    where reference.article_id = wanted.article_id and reference.removed_at is null and source.merged_into is null
  )
  select listed.entry into wrong
  from listed left join own using (id)
  where listed.times > 1 or own.entry::text is distinct from listed.entry::text
  limit 1;
  if found then
    perform refuse('edition_sources_are_what_was_cited', format('%s is not a source of this article as it stands', left(wrong::text, 200)));
  end if;
end $$;

-- The second half of the gate, at each section: it is the draft's section, it is the text that was approved by the
-- approval that it names, that approval stands, and nothing in it is a hole.
create or replace function edition_section_is_judged() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  whole edition;
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
  select coalesce(jsonb_object_agg(entry ->> 'id', entry -> 'record'), '{}') into records
  from jsonb_array_elements(whole."references") as entry
  where entry ->> 'id' in (select cited_in(new.body));
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
begin
  if exists (select from approval_revocation where approval_id = part.approval_id) then
    perform refuse('approval_still_stands', 'this approval was taken back');
  end if;
  if hash_of_text(part.body, records) is distinct from (select text_hash from approval where id = part.approval_id) then
    perform refuse('edition_text_is_what_was_approved', 'this approval is of another text, or of other sources');
  end if;
end $$;

-- The text itself is walked, at any depth: reports and index rows may claim what they like.
create or replace function refuse_holes(part jsonb, records jsonb) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  hole jsonb;
begin
  select citation into hole
  from jsonb_path_query(part, '$.** ? (@.type == "citation")') as citation
  where jsonb_typeof(citation #> '{attrs,items}') is distinct from 'array'
    or citation #> '{attrs,items}' = '[]'
    or exists (
      select from jsonb_array_elements(
        case when jsonb_typeof(citation #> '{attrs,items}') = 'array' then citation #> '{attrs,items}' else '[]' end
      ) as item
      where (item ->> 'reference') is null or not records ? (item ->> 'reference')
    )
  limit 1;
  if hole is not null then
    perform refuse('edition_has_no_holes', format('citation %s rests on nothing', hole #> '{attrs,id}'));
  end if;
  if jsonb_path_exists(part, '$.** ? (@.type == "placeholderLink")') then
    perform refuse('edition_has_no_holes', 'a link points nowhere yet');
  end if;
end $$;

create or replace function refuse_dead_links(part edition_section) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  dead text;
begin
  select target #>> '{}' into dead
  from jsonb_path_query(part.body, '$.** ? (@.type == "articleLink").attrs.article') as target
  where target #>> '{}' <> part.article_id::text and not exists (
    select from article
    where id::text = target #>> '{}' and live_edition_id is not null and withdrawn_at is null
  )
  limit 1;
  if dead is not null or jsonb_path_exists(part.body, '$.** ? (@.type == "articleLink" && !exists(@.attrs.article))') then
    perform refuse('edition_links_to_published_articles', format('article %s is not published', coalesce(dead, 'nowhere')));
  end if;
end $$;

-- White space as JavaScript's trim() knows it, taken from both ends.
create or replace function trimmed(words text) returns text
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$
  select btrim(words, E'\t\n\u000B\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF')
$$;

-- The plain text of a child of the front: 0 is the title, 2 the byline.
create or replace function text_of_front(front jsonb, child integer) returns text
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$
  select trimmed(coalesce(string_agg(written ->> 'text', '' order by place), ''))
  from jsonb_array_elements(coalesce(front #> array['content', child::text, 'content'], '[]'))
    with ordinality as inline(written, place)
$$;

-- The last word on an edition, at the end of its transaction: every living section stands in it and no other, under the
-- title of its front, with every source that it cites and no other; it is live, and its draft is being written again.
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
  if (trimmed(new.title), trimmed(new.byline)) is distinct from (text_of_front(front, 0), text_of_front(front, 2)) then
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

create constraint trigger edition_is_whole after insert on edition
  deferrable initially deferred for each row execute function edition_is_whole();
