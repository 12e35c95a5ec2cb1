import { triesInVain, type Way } from "@/server/testing/ways";

const approval = (columns: { section: string }): string =>
  `insert into approval (id, article_id, section_id, digest, reviewer_id, review_id, contributors, text_hash, at_version)
   values (:fresh, :foreignArticle, ${columns.section}, 'section 1', :bo, :review, '{}', '', 0)`;
const page = (path: string, kind: string, status: number): string =>
  `insert into page (path, kind, status, content_type, etag, body, gzip, brotli)
   values ('${path}', '${kind}', ${status}, 'text/html', 'e', '', '', '')`;

/** Small refusals: each row says something that means something. */
const words: [way: string, sql: string, refusal: string][] = [
  ["a person without a name", "update user_account set name = ' ' where id = :dan", "person_has_a_name"],
  ["fewer words than none", "update article set words = -1 where id = :article", "counts_begin_at_zero"],
  [
    "a withdrawal without a reason",
    "update article set withdrawn_at = now() where id = :article",
    "withdrawal_gives_a_reason",
  ],
  ["a front that is not first", "update section set position = 3 where id = :front", "front_comes_first"],
  ["a section in the front's place", "update section set position = 0 where id = :section", "front_comes_first"],
  [
    "a reference carried off to another article",
    "update reference set article_id = :foreignArticle where id = :reference",
    "reference_stays_in_its_article",
  ],
  ["an identity of no known kind", "insert into source_key values ('shelf', '12', :source)", "source_key_is_known"],
  [
    "a batch for no known reason",
    "insert into step_batch (article_id, version, first_step, steps, reason, author_id, sections) select id, version + 1, 0, '[]', 'magic', :ada, '{}' from article where id = :article",
    "step_reason_is_known",
  ],
  [
    "a snapshot of no known kind",
    `insert into revision (id, article_id, version, kind, document, "references", author_id) values (:fresh, :article, 1, 'odd', '{}', '[]', :ada)`,
    "revision_kind_is_known",
  ],
  [
    "a round that ends in no known way",
    "update review set closed_at = now(), outcome = 'lost' where id = :review",
    "review_outcome_is_known",
  ],
  [
    "a round that somebody else had submitted",
    "update review set submitted_by = :bo where id = :review",
    "reviews_are_not_rewritten",
  ],
  [
    "a verdict of no known kind",
    "insert into verdict (id, review_id, reviewer_id, kind) values (:fresh, :review, :bo, 'maybe')",
    "verdict_is_known",
  ],
  [
    "an approval under another article's name",
    approval({ section: ":foreignSection" }),
    "approval_is_given_in_an_open_review",
  ],
  [
    "a conversation that nobody resolved",
    "insert into thread (id, article_id, section_id, anchor, opened_by, resolved_at) values (:fresh, :article, :section, '{}', :bo, now())",
    "thread_is_resolved_by_someone",
  ],
  [
    "an empty comment",
    "insert into thread (id, article_id, section_id, anchor, opened_by) values (:fresh, :article, :section, '{}', :bo); insert into comment (id, thread_id, author_id, body) values (:fresher, :fresh, :bo, ' ')",
    "comment_says_something",
  ],
  [
    "a waiver that ends before it begins",
    "insert into waiver (id, article_id, rule, fingerprint, reason, requested_by, expires_at) values (:fresh, :article, 'source/vague', 'f', 'known', :ada, now() - interval '1 day')",
    "waiver_ends_after_it_begins",
  ],
  [
    "a waiver confirmed by nobody",
    "insert into waiver (id, article_id, rule, fingerprint, reason, requested_by, confirmed_at, expires_at) values (:fresh, :article, 'source/vague', 'f', 'known', :ada, now(), now() + interval '1 day')",
    "waiver_is_confirmed_by_someone",
  ],
  [
    "a report of fewer blockers than none",
    "insert into gate_report (id, article_id, digest, open_blockers, rules_version, findings, waivers) values (:fresh, :article, 'x', -1, '1', '[]', '[]')",
    "report_counts_every_blocker",
  ],
  [
    "an item of another article's citation",
    "insert into citation_item (citation_id, article_id, position, reference_id) values (:fresh, :article, 0, :reference)",
    "item_is_of_a_citation_of_its_article",
  ],
  ["a page of no known kind", page("/x", "odd", 200), "page_kind_is_known"],
  ["a page without an address", page("x", "list", 200), "page_path_begins_with_a_slash"],
  ["a page with an answer that HTTP does not know", page("/x", "list", 7), "page_status_is_one_of_http"],
];

triesInVain(words.map(([way, sql, refusal]): Way => ({ way, sql, refusal })));
