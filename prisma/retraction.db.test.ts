import { expect, test } from "vitest";
import { fill, inOneTransaction } from "@/server/testing/newsroom-sql";
import { again, printing } from "@/server/testing/publishing-sql";
import { triesInVain, useNewsroom, type Way } from "@/server/testing/ways";

/** The statement of a retraction of the first edition, with one column of it changed. */
const retraction = (changed = "title", value = "title"): string => {
  const columns = {
    title: "title",
    report: "gate_report_id",
    sources: '"references"',
    note: "'It was wrong.'",
    [changed]: value,
  };
  const { title, report, sources, note } = columns;
  return `insert into edition (id, article_id, number, kind, slug, title, standfirst, byline, note, digest, gate_report_id, "references", published_by)
    select :fresh, article_id, number + 1, 'retraction', slug, ${title}, standfirst, byline, ${note}, digest, ${report}, ${sources}, :bo
    from edition where id = :edition`;
};
const retractedSections = (body = "body"): string =>
  `insert into edition_section (edition_id, section_id, article_id, position, kind, body, digest, approval_id, approved_by)
   select :fresh, section_id, article_id, position, kind, ${body}, digest, approval_id, approved_by from edition_section where edition_id = :edition; :receipt`;
const live = "update article set live_edition_id = :fresh, version = version + 1 where id = :article";

const retractions: Way[] = [
  {
    way: "a retraction of nothing",
    sql: `:judge; ${printing("kind", "'retraction'")}`,
    refusal: "retraction_is_of_a_standing_edition",
  },
  {
    way: "a retraction without a reason",
    before: [":publish"],
    sql: retraction("note", "' '"),
    refusal: "retraction_gives_a_reason",
  },
  {
    way: "a correction without a note",
    before: [":publish", ":nextRound"],
    sql: `:judgeAgain; ${again(printing("number", "2").replace("'first'", "'correction'"))}`,
    refusal: "correction_says_what_was_wrong",
  },
  {
    way: "a retraction with another title",
    before: [":publish"],
    sql: retraction("title", "'Links last'"),
    refusal: "retraction_keeps_the_text",
  },
  {
    way: "a retraction with other sources",
    before: [":publish"],
    sql: retraction("sources", "'[]'"),
    refusal: "retraction_keeps_the_text",
  },
  {
    way: "a retraction with a text that nobody approved",
    before: [":publish"],
    sql: `${retraction()}; ${retractedSections(":otherBody")}; ${live}`,
    refusal: "retraction_keeps_the_text",
  },
  {
    way: "a retraction without the text",
    before: [":publish"],
    sql: `${retraction()}; ${live}`,
    refusal: "retraction_keeps_the_text",
  },
  {
    way: "a retraction of a retraction",
    before: [":publish", `${retraction()}; ${retractedSections()}; ${live}`],
    sql: retraction().replace(":fresh", ":fresher").replace("where id = :edition", "where id = :fresh"),
    refusal: "retraction_is_of_a_standing_edition",
  },
  {
    way: "a live edition set back to the one before the retraction",
    before: [":publish", `${retraction()}; ${retractedSections()}; ${live}`],
    sql: "update article set live_edition_id = :edition where id = :article",
    refusal: "live_edition_is_the_newest",
  },
];

triesInVain(retractions);

const room = useNewsroom();

test("an edition is retracted with a reason, and its text stays as it was", async () => {
  const names = await room.article();
  await inOneTransaction(room.client(), fill(":publish", names));
  await inOneTransaction(room.client(), fill(`${retraction()}; ${retractedSections()}; ${live}`, names));
  const { rows } = await room
    .client()
    .query(fill("select number, kind from edition where article_id = :article order by number", names));
  expect(rows).toEqual([
    { number: 1, kind: "first" },
    { number: 2, kind: "retraction" },
  ]);
});

test("after a new round the same text is published again as an update", async () => {
  const names = await room.article();
  await inOneTransaction(room.client(), fill(":publish", names));
  await inOneTransaction(room.client(), fill(":nextRound", names));
  const update = again(printing("number", "2").replace("'first'", "'update'"));
  const live =
    "update article set state = 'writing', live_edition_id = :fresher, version = version + 1 where id = :article";
  await inOneTransaction(room.client(), fill(`:judgeAgain; ${update}; :bindAgain; ${live}`, names));
  const { rows } = await room
    .client()
    .query(
      fill(
        "select number, kind from edition join article on live_edition_id = edition.id where article.id = :article",
        names,
      ),
    );
  expect(rows).toEqual([{ number: 2, kind: "update" }]);
});
