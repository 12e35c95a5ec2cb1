import { triesInVain, type Way } from "@/server/testing/ways";

/** What is written stays written, through whatever statement. */
const kept: Way[] = [
  {
    way: "an edition's title changed",
    before: [":publish"],
    sql: "update edition set title = 'x' where id = :edition",
    refusal: "editions_never_change",
  },
  {
    way: "an edition deleted",
    before: [":publish"],
    sql: "delete from edition where id = :edition",
    refusal: "editions_never_change",
  },
  {
    way: "an edition overwritten by an insert that finds it there",
    before: [":publish"],
    sql: `insert into edition select * from edition where id = :edition on conflict (id) do update set title = 'x'`,
    refusal: "editions_never_change",
  },
  {
    way: "an edition changed by merge",
    before: [":publish"],
    sql: "merge into edition using article on edition.id = article.live_edition_id when matched then update set title = 'x'",
    refusal: "editions_never_change",
  },
  {
    way: "an edition changed inside a with",
    before: [":publish"],
    sql: "with changed as (update edition set title = 'x' where id = :edition returning id) select * from changed",
    refusal: "editions_never_change",
  },
  {
    way: "an edition's text changed",
    before: [":publish"],
    sql: "update edition_section set body = :otherBody where section_id = :section",
    refusal: "edition_sections_never_change",
  },
  {
    way: "an edition's section deleted",
    before: [":publish"],
    sql: "delete from edition_section where edition_id = :edition",
    refusal: "edition_sections_never_change",
  },
  {
    way: "a report rewritten",
    before: [":judge"],
    sql: "update gate_report set open_blockers = 0 where id = :report",
    refusal: "reports_are_kept",
  },
  {
    way: "a report deleted",
    before: [":judge"],
    sql: "delete from gate_report where id = :report",
    refusal: "reports_are_kept",
  },
  { way: "history rewritten", sql: "update event set type = 'nothing.happened'", refusal: "history_is_kept" },
  { way: "history deleted", sql: "delete from event", refusal: "history_is_kept" },
  {
    way: "an update that finds no row to change",
    sql: "update edition set title = 'x' where false",
    refusal: "editions_never_change",
  },
  { way: "an import rewritten", sql: "update import set text = ''", refusal: "imports_are_kept" },
  { way: "a revision rewritten", sql: "update revision set document = '{}'", refusal: "revisions_are_kept" },
  { way: "a verdict rewritten", sql: "update verdict set kind = 'approved'", refusal: "verdicts_are_kept" },
  { way: "a section's row deleted", sql: "delete from section where id = :section", refusal: "sections_are_kept" },
  {
    way: "a reference's row deleted",
    sql: "delete from reference where id = :reference",
    refusal: "references_are_kept",
  },
  { way: "a source's row deleted", sql: "delete from source where id = :otherSource", refusal: "sources_are_kept" },
  { way: "an article deleted", sql: "delete from article where id = :article", refusal: "articles_are_kept" },
  { way: "a round deleted", sql: "delete from review where id = :review", refusal: "reviews_are_kept" },
  { way: "a waiver deleted", sql: "delete from waiver", refusal: "waivers_are_kept" },
  { way: "a conversation made to disappear", sql: "delete from thread", refusal: "threads_are_kept" },
  { way: "a comment made to disappear", sql: "delete from comment", refusal: "comments_are_kept" },
  { way: "a person deleted", sql: "delete from user_account where id = :dan", refusal: "people_are_kept" },
];

/** The state of a draft moves along one table, and its counters in one direction. */
const moves: Way[] = [
  {
    way: "a move from approved to scheduled without a time",
    sql: "update article set state = 'scheduled' where id = :article",
    refusal: "scheduled_has_a_time",
  },
  {
    way: "a move from writing to approved",
    told: { approvedBy: null },
    before: ["update article set state = 'writing' where id = :article"],
    sql: "update article set state = 'approved' where id = :article",
    refusal: "state_moves_along_the_table",
  },
  {
    way: "a move from changes requested to approved",
    before: ["update article set state = 'changes_requested' where id = :article"],
    sql: "update article set state = 'approved' where id = :article",
    refusal: "state_moves_along_the_table",
  },
  {
    way: "a move added to the table",
    sql: `insert into transition values ('cheat', 'writing', 'approved')`,
    refusal: "permission denied",
  },
  {
    way: "an article born approved",
    sql: "insert into article (id, slug, digest, owner_id, updated_by, state) values (:fresh, 'born-approved', 'x', :ada, :ada, 'approved')",
    refusal: "articles_begin_in_writing",
  },
  {
    way: "a version taken back",
    sql: "update article set version = version - 1 where id = :article",
    refusal: "version_only_rises",
  },
  {
    way: "steps taken off the count",
    before: ["update article set step_count = 5 where id = :article"],
    sql: "update article set step_count = 4 where id = :article",
    refusal: "steps_are_never_uncounted",
  },
  {
    way: "an article under another id",
    sql: "update article set id = :fresh where id = :article",
    refusal: "articles_keep_their_id",
  },
];

const pageOf = (article: string, edition: string): string =>
  `insert into page (path, kind, article_id, edition_id, content_type, etag, body, gzip, brotli)
   values ('/x', 'article', ${article}, ${edition}, 'text/html', 'e', '', '', '')`;

/** What a row may say. */
const rows: Way[] = [
  {
    way: "a page of an article without an edition",
    sql: pageOf(":article", "null"),
    refusal: "page_of_an_article_names_its_edition",
  },
  {
    way: "a page of an edition without its article",
    before: [":publish"],
    sql: pageOf("null", ":edition").replace("'article'", "'list'"),
    refusal: "page_of_an_edition_names_its_article",
  },
  {
    way: "a page that shows another article's edition",
    before: [":publish"],
    sql: pageOf(":foreignArticle", ":edition"),
    refusal: "page_shows_an_edition_of_its_article",
  },
  {
    way: "a citation in another article's section",
    sql: "insert into citation (id, article_id, section_id, position, hole) values (:fresh, :article, :foreignSection, 0, false)",
    refusal: "citation_stands_in_a_section_of_its_article",
  },
  {
    way: "an item that rests on another article's reference",
    sql: `insert into citation (id, article_id, section_id, position, hole) values (:fresh, :article, :section, 0, false);
      insert into citation_item (citation_id, article_id, position, reference_id) values (:fresh, :article, 0, :foreignReference)`,
    refusal: "item_rests_on_a_reference_of_its_article",
  },
  {
    way: "a conversation about another article's section",
    sql: "insert into thread (id, article_id, section_id, anchor, opened_by) values (:fresh, :article, :foreignSection, '{}', :bo)",
    refusal: "thread_is_about_a_section_of_its_article",
  },
  {
    way: "a reference to nothing",
    sql: "insert into reference (id, article_id, position) values (:fresh, :article, 1)",
    refusal: "reference_is_a_source_or_a_line",
  },
  {
    way: "a source without a title",
    sql: `insert into source (id, record, type, title, created_by) values (:fresh, '{"type":"book"}', 'book', '', :ada)`,
    refusal: "source_record_has_a_title",
  },
  {
    way: "an address with capitals in it",
    sql: "update article set slug = 'Links_Rot' where id = :article",
    refusal: "slug_is_words_and_dashes",
  },
  {
    way: "a person without a role",
    sql: "insert into user_account (id, email, name, password_hash, roles) values (:fresh, 'e@example.org', 'E', '-', '{}')",
    refusal: "person_has_a_role",
  },
  {
    way: "an e-mail in capitals",
    sql: "insert into user_account (id, email, name, password_hash, roles) values (:fresh, 'E@example.org', 'E', '-', '{editor}')",
    refusal: "email_is_in_lower_case",
  },
  {
    way: "a second site",
    before: [],
    sql: `insert into site ("only", name) values (false, 'Another')`,
    refusal: "there_is_one_site",
  },
];

triesInVain([...kept, ...moves, ...rows]);
