import { again, binding, printing } from "@/server/testing/publishing-sql";
import { triesInVain, type Way } from "@/server/testing/ways";

const reports: Way[] = [
  {
    way: "a report that counts a blocker",
    sql: `insert into gate_report (id, article_id, digest, open_blockers, rules_version, findings, waivers)
        select :report, id, digest, 1, '1', '[]', '[]' from article where id = :article;
      insert into edition (id, article_id, number, kind, slug, title, standfirst, byline, digest, open_blockers, gate_report_id, "references", published_by)
        select :edition, id, 1, 'first', slug, 'Links rot', '', 'Ada Editor', digest, 1, :report, :frozen, :ada from article where id = :article`,
    refusal: "edition_has_no_open_blockers",
  },
  {
    way: "an edition that counts fewer blockers than its report",
    sql: `insert into gate_report (id, article_id, digest, open_blockers, rules_version, findings, waivers)
        select :report, id, digest, 1, '1', '[]', '[]' from article where id = :article; :print; :bind; :end`,
    refusal: "edition_stands_on_a_report_of_its_text",
  },
  {
    way: "a report that counts fewer blockers than it found",
    sql: `insert into gate_report (id, article_id, digest, open_blockers, rules_version, findings, waivers)
      values (:report, :article, 'x', 0, '1', '[{"rule":"source/vague","severity":"blocker","fingerprint":"f"}]', '[]')`,
    refusal: "report_counts_every_blocker",
  },
  {
    way: "a report that counts on a waiver nobody confirmed",
    before: [
      `insert into waiver (id, article_id, rule, fingerprint, reason, requested_by, expires_at)
       values (:fresh, :article, 'source/vague', 'f', 'later', :ada, now() + interval '1 day')`,
    ],
    sql: `insert into gate_report (id, article_id, digest, open_blockers, rules_version, findings, waivers)
      values (:report, :article, 'x', 0, '1', '[{"rule":"source/vague","severity":"blocker","fingerprint":"f"}]', '[]')`,
    refusal: "report_counts_every_blocker",
  },
  { way: "a report of yesterday", before: [":judge"], sql: ":print; :bind; :end", refusal: "edition_was_judged_now" },
  {
    way: "a report of yesterday that claims to be of the next transaction",
    before: [
      `insert into gate_report (id, article_id, digest, open_blockers, rules_version, findings, waivers, judged_in)
       select :report, id, digest, 0, '1', '[]', '[]', pg_current_xact_id()::text::bigint + 1 from article where id = :article`,
    ],
    sql: ":print; :bind; :end",
    refusal: "edition_was_judged_now",
  },
  {
    way: "another article's report",
    sql: `insert into gate_report (id, article_id, digest, open_blockers, rules_version, findings, waivers)
      select :report, :foreignArticle, digest, 0, '1', '[]', '[]' from article where id = :article; :print; :bind; :end`,
    refusal: "edition_stands_on_a_report_of_its_text",
  },
  {
    way: "a report of another text",
    sql: `insert into gate_report (id, article_id, digest, open_blockers, rules_version, findings, waivers)
      values (:report, :article, 'another text', 0, '1', '[]', '[]'); ${printing("digest", "'another text'")}`,
    refusal: "edition_is_of_the_current_text",
  },
  {
    way: "two editions from one report",
    sql: `:publish; update article set digest = digest where id = :article; update article set state = 'in_review' where id = :article;
      update article set state = 'approved' where id = :article; ${printing("number", "2").replace("'first'", "'update'").replace(":edition", ":fresh")}`,
    refusal: "one_report_makes_one_edition",
  },
  { way: "an edition without a receipt", sql: ":judge; :print; :bare; :end", refusal: "edition_has_a_receipt" },
  {
    way: "a text that a reviewer still asks about",
    before: [
      "insert into thread (id, article_id, section_id, anchor, opened_by) values (:fresh, :article, :section, '{}', :bo)",
    ],
    sql: ":publish",
    refusal: "edition_leaves_no_comment_open",
  },
  { way: "no report at all", sql: ":print", refusal: "edition_was_judged_now" },
];

const approvals: Way[] = [
  {
    way: "an article that nobody approved",
    told: { approvedBy: null },
    sql: ":publish",
    refusal: "edition_was_approved",
  },
  {
    way: "an article moved to approved without an approval",
    told: { approvedBy: null },
    sql: "update article set state = 'approved' where id = :article; :publish",
    refusal: "edition_has_every_section",
  },
  {
    way: "the same approvals for a second edition without a new round",
    before: [":publish"],
    sql: `:judgeAgain; ${again(printing("number", "2").replace("'first'", "'update'"))}`,
    refusal: "edition_was_approved",
  },
  {
    way: "an approval of another section",
    sql: `:judge; :print; ${binding({ approval: ":frontApproval" })}`,
    refusal: "edition_text_is_what_was_approved",
  },
  {
    way: "an approval of another article",
    sql: `:judge; :print; ${binding({ approval: ":foreignApproval" })}`,
    refusal: "edition_text_is_what_was_approved",
  },
  {
    way: "an approval in somebody else's name",
    sql: `:judge; :print; ${binding({ approver: ":cy" })}`,
    refusal: "edition_section_stands_on_an_approval_of_its_text",
  },
  {
    way: "an approval that was taken back",
    before: [
      "insert into approval_revocation (approval_id, revoked_by, reason) values (:sectionApproval, :bo, 'I misread')",
    ],
    sql: ":publish",
    refusal: "approval_still_stands",
  },
  {
    way: "another body in the edition than in the draft",
    sql: `:judge; :print; ${binding({ body: ":otherBody" })}`,
    refusal: "edition_text_is_what_was_approved",
  },
  {
    way: "a body changed between approval and publishing under its old digest",
    before: [
      ":amend; :logByAda; update section set body = :otherBody where id = :section",
      "update article set state = 'approved' where id = :article",
    ],
    sql: ":publish",
    refusal: "edition_text_is_what_was_approved",
  },
  {
    way: "a source changed between approval and publishing",
    before: [
      `:amend; :logByAda; update source set record = record || '{"title":"Another book"}' where id = :source`,
      "update article set state = 'approved' where id = :article",
    ],
    sql: ":publish",
    refusal: "edition_text_is_what_was_approved",
  },
  {
    way: "a reference turned to another source between approval and publishing",
    before: [
      ":amend; :logByAda; update reference set source_id = :otherSource where id = :reference",
      "update article set state = 'approved' where id = :article",
    ],
    sql: ":publish",
    refusal: "edition_text_is_what_was_approved",
  },
  {
    way: "a body changed in the publishing transaction, before the edition",
    sql: ":logByAda; update section set body = :otherBody where id = :section; :publish",
    refusal: "edition_is_of_settled_text",
  },
  {
    way: "a body changed in the publishing transaction, after the edition",
    sql: ":judge; :print; update section set body = :otherBody where id = :section; :logByAda; :bind; :end",
    refusal: "edition_is_of_settled_text",
  },
  {
    way: "a section deleted in the publishing transaction",
    sql: ":logByAda; update section set deleted_at = now() where id = :section; :publish",
    refusal: "edition_is_of_settled_text",
  },
];

triesInVain([...reports, ...approvals]);
