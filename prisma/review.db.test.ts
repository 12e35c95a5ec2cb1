import { expect, test } from "vitest";
import { fill, inOneTransaction } from "@/server/testing/newsroom-sql";
import { triesInVain, useNewsroom, type Way } from "@/server/testing/ways";

const unapproved: Way["told"] = { approvedBy: null };
const approve = (
  by: string,
  changed: { digest?: string; section?: string; review?: string; filled?: string } = {},
): string =>
  `insert into approval (id, article_id, section_id, digest, reviewer_id, review_id, contributors, text_hash, at_version)
   values (:fresh, :article, ${changed.section ?? ":section"}, ${changed.digest ?? "'section 1'"}, ${by},
     ${changed.review ?? ":review"}, ${changed.filled ?? "'{}', '', 0"})`;

const own: Way[] = [
  { way: "Ada approves what she wrote", told: unapproved, sql: approve(":ada"), refusal: "nobody_approves_own_text" },
  {
    way: "Ada approves what she wrote and says that Bo wrote it",
    told: unapproved,
    sql: approve(":ada", { filled: "array[:bo]::uuid[], 'a hash', 999" }),
    refusal: "nobody_approves_own_text",
  },
  {
    way: "Bo approves a text that he changed after Cy had approved it",
    told: { approvedBy: "cy" },
    before: [":amend; :logByBo; update section set body = :otherBody where id = :section"],
    sql: approve(":bo"),
    refusal: "nobody_approves_own_text",
  },
  {
    way: "Bo approves a text whose source he changed",
    told: unapproved,
    before: [`:logByBo; update source set record = record || '{"title":"Another"}' where id = :source`],
    sql: approve(":bo"),
    refusal: "nobody_approves_own_text",
  },
  {
    way: "Ada approves her text once the approval of it was taken back",
    before: [
      "insert into approval_revocation (approval_id, revoked_by, reason) values (:sectionApproval, :bo, 'I misread')",
    ],
    sql: approve(":ada"),
    refusal: "nobody_approves_own_text",
  },
  {
    way: "Bo approves on a view of the data from before he changed the text",
    told: unapproved,
    sql: `set transaction isolation level repeatable read; ${approve(":bo")}`,
    refusal: "work_sees_what_is_committed",
  },
  {
    way: "Bo approves first and changes the text in the same transaction",
    told: unapproved,
    sql: `${approve(":bo")}; update section set body = :otherBody where id = :section; :logByBo`,
    refusal: "approval_comes_after_the_text",
  },
  {
    way: "Bo changes the text and approves in the same transaction",
    told: unapproved,
    sql: `update section set body = :otherBody where id = :section; :logByAda; ${approve(":bo")}`,
    refusal: "approval_comes_after_the_text",
  },
  {
    way: "Bo changes the text in the very statement that approves it",
    told: unapproved,
    sql: `with changed as (update section set body = :otherBody where id = :section returning id) ${approve(":bo")}; :logByAda`,
    refusal: "approval_comes_after_the_text",
  },
  {
    way: "Bo approves a changed text and calls the checks before he logs it",
    told: unapproved,
    sql: `update section set body = :otherBody where id = :section; ${approve(":bo")}; set constraints all immediate`,
    refusal: "text_changes_only_along_the_log",
  },
];

const rounds: Way[] = [
  {
    way: "an approval of another digest",
    told: unapproved,
    sql: approve(":bo", { digest: "'section 0'" }),
    refusal: "approval_is_of_the_current_text",
  },
  {
    way: "an approval without a review",
    told: unapproved,
    sql: approve(":bo", { review: ":fresher" }),
    refusal: "approval_is_given_in_an_open_review",
  },
  {
    way: "an approval in a round that is over",
    told: unapproved,
    before: ["update review set closed_at = now(), outcome = 'withdrawn' where id = :review"],
    sql: approve(":bo"),
    refusal: "approval_is_given_in_an_open_review",
  },
  {
    way: "an approval by somebody who does not review",
    told: unapproved,
    sql: approve(":dan"),
    refusal: "approval_is_given_by_a_reviewer",
  },
  {
    way: "an approval of another article's section",
    told: unapproved,
    sql: approve(":bo", { section: ":foreignSection" }),
    refusal: "approval_is_of_the_current_text",
  },
  {
    way: "an approval of a section that was deleted",
    told: unapproved,
    before: [":logByAda; update section set deleted_at = now() where id = :section"],
    sql: approve(":bo"),
    refusal: "approval_is_of_a_living_section",
  },
  {
    way: "an approval rewritten",
    sql: "update approval set reviewer_id = :cy where id = :sectionApproval",
    refusal: "approvals_are_kept",
  },
  {
    way: "an approval deleted",
    sql: "delete from approval where id = :sectionApproval",
    refusal: "approvals_are_kept",
  },
  {
    way: "a revocation deleted",
    before: [
      "insert into approval_revocation (approval_id, revoked_by, reason) values (:sectionApproval, :bo, 'I misread')",
    ],
    sql: "delete from approval_revocation where approval_id = :sectionApproval",
    refusal: "revocations_are_kept",
  },
  {
    way: "a revocation without a reason",
    sql: "insert into approval_revocation (approval_id, revoked_by, reason) values (:sectionApproval, :bo, ' ')",
    refusal: "revocation_gives_a_reason",
  },
  {
    way: "a second open round",
    sql: "insert into review (id, article_id, number, submitted_by) values (:fresh, :article, 2, :ada)",
    refusal: "one_open_review_per_article",
  },
  {
    way: "a round closed without an outcome",
    sql: "update review set closed_at = now() where id = :review",
    refusal: "closed_review_has_an_outcome",
  },
  {
    way: "a round opened again",
    before: ["update review set closed_at = now(), outcome = 'withdrawn' where id = :review"],
    sql: "update review set closed_at = null, outcome = null where id = :review",
    refusal: "closed_reviews_stay_closed",
  },
  {
    way: "a text sent back without a word",
    sql: "insert into verdict (id, review_id, reviewer_id, kind) values (:fresh, :review, :bo, 'changes_requested')",
    refusal: "sending_back_needs_words",
  },
];

const waiver = (confirmedBy: string): string =>
  `insert into waiver (id, article_id, rule, fingerprint, reason, requested_by, confirmed_by, confirmed_at, expires_at)
   values (:fresh, :article, 'source/vague', 'f', 'known', :ada, ${confirmedBy}, now(), now() + interval '1 day')`;
const waivers: Way[] = [
  {
    way: "a waiver of an open comment",
    sql: waiver(":bo").replace("source/vague", "comment/open"),
    refusal: "this_rule_lets_nothing_pass",
  },
  { way: "a waiver that Ada confirms herself", sql: waiver(":ada"), refusal: "waiver_needs_a_second_person" },
  {
    way: "a waiver turned to another rule",
    before: [waiver(":bo")],
    sql: "update waiver set rule = 'text/leftover-marker' where id = :fresh",
    refusal: "waivers_are_not_rewritten",
  },
  {
    way: "a waiver that lasts longer than was agreed",
    before: [waiver(":bo")],
    sql: "update waiver set expires_at = expires_at + interval '1 year' where id = :fresh",
    refusal: "waivers_are_not_rewritten",
  },
  { way: "a waiver without a reason", sql: waiver(":bo").replace("'known'", "''"), refusal: "waiver_gives_a_reason" },
];

triesInVain([...own, ...rounds, ...waivers]);

const room = useNewsroom();

test("contributors are those who wrote since the last standing approval, and no others", async () => {
  const names = await room.article({ approvedBy: "cy" });
  const client = room.client();
  await inOneTransaction(
    client,
    fill(":amend; :logByBo; update section set body = :otherBody where id = :section", names),
  );
  const { rows } = await client.query(fill("select contributors_of(:section) as them", names));
  expect(rows).toEqual([{ them: [names["bo"]] }]);
  await inOneTransaction(
    client,
    fill(
      "insert into approval_revocation (approval_id, revoked_by, reason) values (:sectionApproval, :cy, 'I misread')",
      names,
    ),
  );
  const again = await client.query(fill("select contributors_of(:section) as them", names));
  expect(again.rows[0]?.["them"]).toHaveLength(2);
});
