import { expect, test } from "vitest";
import { fill, inOneTransaction } from "@/server/testing/newsroom-sql";
import { binding } from "@/server/testing/publishing-sql";
import { triesInVain, useNewsroom, type Way } from "@/server/testing/ways";

/** A reviewer approves the section as it stands; the approval is `:fresh` or what `id` names. */
const approve = (by: string, version: number, id = ":fresh"): string =>
  `insert into approval (id, article_id, section_id, digest, reviewer_id, review_id, contributors, text_hash, at_version)
   values (${id}, :article, :section, 'section ${version}', ${by}, :review, '{}', '', 0);
   update article set state = 'approved', version = version + 1 where id = :article`;
const revoke = (id: string): string =>
  `insert into approval_revocation (approval_id, revoked_by, reason) values (${id}, :cy, 'I misread')`;
/** The section gets the text of another version, logged by who wrote it; what was approved is under review again. */
const write = (by: "Ada" | "Bo", version: number): string =>
  `:amend; :logBy${by}; update section set digest = 'section ${version}',
   body = ${version === 1 ? ":body" : `jsonb_set(:body, '{content,1,content,0,text}', '"Version ${version}."')`} where id = :section`;
const publishOn = (approval: string, approver: string): string => `:judge; :print; ${binding({ approval, approver })}`;

const ways: Way[] = [
  {
    way: "Ada approves her text after Bo did, so that Bo's word is not needed",
    sql: approve(":ada", 1),
    refusal: "nobody_approves_own_text",
  },
  {
    way: "Ada approves her text, which Bo approved and then read again in another round",
    before: [
      "update review set closed_at = now(), outcome = 'withdrawn' where id = :review; update article set state = 'writing', version = version + 1 where id = :article",
      `insert into review (id, article_id, number, submitted_by) values (:nextReview, :article, 2, :ada);
       update article set state = 'in_review', version = version + 1 where id = :article`,
      approve(":bo", 1).replace(":review,", ":nextReview,"),
    ],
    sql: approve(":ada", 1, ":fresher").replace(":review,", ":nextReview,"),
    refusal: "nobody_approves_own_text",
  },
  {
    way: "Ada publishes on her approval of Bo's change, though nobody stands for the text that he changed",
    before: [write("Bo", 2), approve(":ada", 2), revoke(":sectionApproval")],
    sql: publishOn(":fresh", ":ada"),
    refusal: "approval_still_stands",
  },
  {
    way: "Ada brings back a text that she approved once, after Cy approved another, and publishes on her old word",
    before: [write("Bo", 2), approve(":ada", 2), write("Bo", 3), approve(":cy", 3, ":fresher"), write("Ada", 2)].concat(
      "update article set state = 'approved', version = version + 1 where id = :article",
    ),
    sql: publishOn(":fresh", ":ada"),
    refusal: "nobody_approves_own_text",
  },
];

triesInVain(ways);

const room = useNewsroom();

test("a text that was approved and comes back is approved by whoever did not bring it back", async () => {
  const names = await room.article();
  const back = [write("Bo", 2), approve(":cy", 2), write("Ada", 1)];
  for (const sql of back) await inOneTransaction(room.client(), fill(sql, names));
  const asked = "select contributors_to(approval) as them from approval where id = :sectionApproval";
  const { rows } = await room.client().query(fill(asked, names));
  expect(rows).toEqual([{ them: [names["ada"]] }]);
});

test("an approval taken back takes those that rested on it, and leaves those that did not", async () => {
  const names = await room.article();
  const steps = [write("Bo", 2), approve(":ada", 2), approve(":cy", 2, ":fresher"), revoke(":sectionApproval")];
  for (const sql of steps) await inOneTransaction(room.client(), fill(sql, names));
  const asked = "select approval_id as id, reason from approval_revocation where approval_id in (:fresh, :fresher)";
  const { rows } = await room.client().query(fill(asked, names));
  expect(rows).toEqual([{ id: names["fresh"], reason: "It rested on an approval that was taken back." }]);
});
