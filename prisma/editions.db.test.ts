import { citing, words } from "@/server/testing/factories";
import { binding, printing } from "@/server/testing/publishing-sql";
import { triesInVain, type Way } from "@/server/testing/ways";

const editions: Way[] = [
  {
    way: "a source list with another title in it",
    sql: `:judge; ${printing("sources", `replace((:frozen)::text, 'A book', 'No book')::jsonb`)}`,
    refusal: "edition_sources_are_what_was_cited",
  },
  {
    way: "a source list with the same source twice",
    sql: `:judge; ${printing("sources", "(:frozen) || (:frozen)")}`,
    refusal: "edition_sources_are_what_was_cited",
  },
  {
    way: "a source list that is not a list",
    sql: `:judge; ${printing("sources", "'{}'::jsonb")}`,
    refusal: "edition_sources_are_what_was_cited",
  },
  {
    way: "a source list without what is cited",
    sql: `:judge; ${printing("sources", "'[]'::jsonb")}; :bind; :end`,
    refusal: "edition_text_is_what_was_approved",
  },
  {
    way: "a source list with a source that is not cited",
    before: ["insert into reference (id, article_id, position, source_id) values (:fresh, :article, 1, :otherSource)"],
    sql: `:judge; ${printing("sources", "(:frozen) || (select jsonb_build_array(jsonb_build_object('id', :fresh::uuid, 'sourceId', id, 'record', record)) from source where id = :otherSource)")}; :bind; :end`,
    refusal: "edition_sources_are_what_was_cited",
  },
  {
    way: "an edition without one of the sections",
    sql: `:judge; :print; ${binding({})}; :end`,
    refusal: "edition_has_every_section",
  },
  { way: "an edition without any section", sql: ":judge; :print; :end", refusal: "edition_has_every_section" },
  {
    way: "sections in another order",
    sql: `:judge; :print; ${binding({ position: "2" })}`,
    refusal: "edition_keeps_the_order",
  },
  {
    way: "a section added to an edition of yesterday",
    before: [
      ":publish",
      `insert into section (id, article_id, kind, position, body, digest) select :fresh, :article, 'section', 2, replace(body::text, :section::text, :fresh::text)::jsonb, 'new' from section where id = :section;
      insert into step_batch (article_id, version, first_step, steps, reason, author_id, sections) select id, version + 1, 0, '[]', 'steps', :ada, array[:fresh]::uuid[] from article where id = :article;
      update article set version = version + 1 where id = :article`,
    ],
    sql: binding({}).replace("where id = :section", "where id = :fresh"),
    refusal: "editions_never_change",
  },
  {
    way: "a number left out",
    sql: `:judge; ${printing("number", "2").replace("'first'", "'update'")}`,
    refusal: "editions_are_numbered_in_order",
  },
  {
    way: "a first edition that calls itself an update",
    sql: `:judge; ${printing("kind", "'update'")}`,
    refusal: "first_edition_is_number_one",
  },
  {
    way: "another title than the front's",
    sql: `:judge; ${printing("title", "'Links last'")}; :bind; :end`,
    refusal: "edition_bears_the_title_of_its_front",
  },
  {
    way: "a standfirst that nobody approved",
    sql: `:judge; ${printing("title", "'Links rot'").replace("'', 'Ada Editor'", "'All of it.', 'Ada Editor'")}; :bind; :end`,
    refusal: "edition_bears_the_title_of_its_front",
  },
  {
    way: "another article's address",
    sql: `:judge; ${printing("slug", "'somewhere-else'")}`,
    refusal: "edition_bears_its_articles_slug",
  },
  {
    way: "an edition that does not become the live one",
    sql: ":judge; :print; :bind; update article set state = 'writing' where id = :article",
    refusal: "live_edition_is_the_newest",
  },
  {
    way: "an edition whose article stays approved",
    sql: ":judge; :print; :bind; update article set live_edition_id = :edition where id = :article",
    refusal: "publishing_ends_the_round",
  },
  {
    way: "a live edition taken away",
    before: [":publish"],
    sql: "update article set live_edition_id = null where id = :article",
    refusal: "live_edition_is_the_newest",
  },
  {
    way: "a live edition of another article",
    before: [":publish"],
    sql: "update article set live_edition_id = :edition where id = :foreignArticle",
    refusal: "live_edition_is_the_newest",
  },
  {
    way: "an article that the law took away",
    before: ["update article set withdrawn_at = now(), withdrawn_why = 'by order' where id = :article"],
    sql: ":publish",
    refusal: "withdrawals_stand",
  },
];

const games: Way[] = [
  {
    way: "checks called before there is anything to check",
    sql: "set constraints all immediate; :publish",
    refusal: "live_edition_is_the_newest",
  },
  {
    way: "checks put off for ever",
    sql: `set constraints all deferred; :judge; :print; ${binding({})}; :end`,
    refusal: "edition_has_every_section",
  },
  {
    way: "a refusal swallowed in a savepoint",
    told: { section: () => [citing()] },
    sql: ":judge; :print; do $$ begin :bind; exception when others then null; end $$; :end",
    refusal: "edition_has_every_section",
  },
  {
    way: "a refusal of one section swallowed in a savepoint",
    told: { section: () => [citing()] },
    sql: `:judge; :print; do $$ declare s uuid; begin for s in select id from section where article_id = :article loop
      begin insert into edition_section (edition_id, section_id, article_id, position, kind, body, digest, approval_id, approved_by)
        select :edition, id, section.article_id, position, kind, body, section.digest, (select id from approval where section_id = s), :bo from section where id = s;
      exception when others then null; end; end loop; end $$; :end`,
    refusal: "edition_has_every_section",
  },
  {
    way: "a view of the data from before a revocation",
    sql: "set transaction isolation level repeatable read; :publish",
    refusal: "work_sees_what_is_committed",
  },
  {
    way: "a view of the data that claims to be stricter",
    sql: "set transaction isolation level serializable; :publish",
    refusal: "work_sees_what_is_committed",
  },
  {
    way: "strings read in another way",
    told: { section: () => [words("x"), citing(null)] },
    sql: "set local standard_conforming_strings = off; :publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "a search path of one's own",
    told: { section: () => [citing()] },
    sql: "set local search_path = pg_temp, pg_catalog, public; :publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "all of it in one statement",
    told: { section: () => [citing()] },
    sql: `with judged as (:judge returning *), printed as (:print returning *) :bind`,
    refusal: "editions_never_change",
  },
];

triesInVain([...editions, ...games]);
