import { expect, test } from "vitest";
import { citing, type Inline, words } from "@/server/testing/factories";
import { fill, inOneTransaction, type Told } from "@/server/testing/newsroom-sql";
import { triesInVain, useNewsroom, type Way } from "@/server/testing/ways";

const hole: Told = { section: () => [words("Links rot."), citing()] };
const inside = (wrap: (paragraph: Inline) => Inline, leaf: Inline): Told => ({
  section: () => [words("Links rot.")],
  blocks: () => [wrap({ type: "paragraph", content: [words("Deep down."), leaf] })],
});

/** The text itself says that something is missing, whatever reports, indexes and source lists claim. */
const holes: Way[] = [
  { way: "a citation without items", told: hole, sql: ":publish", refusal: "edition_has_no_holes" },
  {
    way: "a citation whose item rests on nothing yet",
    told: { section: () => [citing(null)] },
    sql: ":publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "a citation with one good item and one that rests on nothing",
    told: { section: (names) => [citing(names["reference"] ?? null, null)] },
    sql: ":publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "a citation whose only item is null",
    told: { section: () => [{ type: "citation", attrs: { id: "x", items: [null] } }] },
    sql: ":publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "a citation whose items are a number",
    told: { section: () => [{ type: "citation", attrs: { id: "x", items: [7] } }] },
    sql: ":publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "a citation of a reference that nobody has",
    told: { section: (names) => [citing(names["fresh"] ?? null)] },
    sql: ":publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "a citation of another article's reference",
    told: { section: (names) => [citing(names["foreignReference"] ?? null)] },
    sql: ":publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "a citation of a reference in capitals, which no reader of the text would find",
    told: { section: (names) => [citing(names["reference"]?.toUpperCase() ?? null)] },
    sql: ":publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "a claim under review without a word of where it was made",
    told: { blocks: () => [{ type: "claim", attrs: { rating: 1 }, content: [words("The mill runs on the moon.")] }] },
    sql: ":publish",
    refusal: "a_reviewed_claim_has_its_source",
  },
  {
    way: "a claim under review that holds nothing, beside a citation",
    told: { blocks: () => [{ type: "claim", attrs: { rating: 1 } }] },
    sql: ":publish",
    refusal: "a_reviewed_claim_has_its_source",
  },
  {
    way: "a claim under review whose source is a hole",
    told: { blocks: () => [{ type: "claim", attrs: {}, content: [words("It runs."), citing()] }] },
    sql: ":publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "a hole deep in a list in a quotation",
    told: inside(
      (block) => ({
        type: "blockquote",
        content: [{ type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph" }, block] }] }],
      }),
      citing(),
    ),
    sql: ":publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "a hole in a cell of a table",
    told: inside(
      (block) => ({
        type: "table",
        content: [{ type: "tableRow", content: [{ ...block, type: "tableCell" }] }],
      }),
      citing(),
    ),
    sql: ":publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "a placeholder link",
    told: { section: () => [{ type: "placeholderLink", attrs: { id: "x", target: "somewhere", text: "there" } }] },
    sql: ":publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "a hole hidden behind a second key of the same name",
    told: { approvedBy: null },
    before: [
      `:logByAda; update section set body = replace(body::text, '"marker": null', '"marker": null, "items": []')::jsonb
       where id = :section`,
      ":approveByBo",
    ],
    sql: ":publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "a hole whose index rows were deleted",
    told: hole,
    before: ["delete from citation_item where article_id = :article; delete from citation where article_id = :article"],
    sql: ":publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "a hole with every constraint put off to the end",
    told: hole,
    sql: "set constraints all deferred; :publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "a citation whose reference was taken from the list",
    told: { approvedBy: null },
    before: ["update reference set removed_at = now() where id = :reference; :logByAda", ":approveByBo"],
    sql: ":publish",
    refusal: "edition_has_no_holes",
  },
  {
    way: "a line in the source list that is no source yet",
    before: [
      "insert into reference (id, article_id, position, original) values (:fresh, :article, 1, 'Various sources')",
    ],
    sql: ":publish",
    refusal: "edition_has_no_raw_reference",
  },
  {
    way: "a link to an article that is not published",
    told: {
      section: (names) => [
        { ...words("elsewhere"), marks: [{ type: "articleLink", attrs: { article: names["foreignArticle"] } }] },
      ],
    },
    sql: ":publish",
    refusal: "edition_links_to_published_articles",
  },
  {
    way: "a link to an article that does not exist",
    told: {
      section: () => [{ ...words("elsewhere"), marks: [{ type: "articleLink", attrs: { article: "nowhere" } }] }],
    },
    sql: ":publish",
    refusal: "edition_links_to_published_articles",
  },
  {
    way: "a hole let pass by a waiver",
    told: hole,
    sql: `insert into waiver (id, article_id, rule, fingerprint, reason, requested_by, confirmed_by, confirmed_at, expires_at)
      values (:fresh, :article, 'citation/missing', 'f', 'in a hurry', :ada, :bo, now(), now() + interval '1 day')`,
    refusal: "a_hole_cannot_be_waived",
  },
];

triesInVain(holes);

const room = useNewsroom();

test("an approved article without a hole is published, and lives", async () => {
  const names = await room.article();
  await inOneTransaction(room.client(), fill(":publish", names));
  const { rows } = await room
    .client()
    .query(
      fill(
        "select number, kind, state from edition join article on live_edition_id = edition.id where article.id = :article",
        names,
      ),
    );
  expect(rows).toEqual([{ number: 1, kind: "first", state: "writing" }]);
});

test("an article may link to itself before it is published", async () => {
  const names = await room.article({
    section: ({ article }) => [{ ...words("here"), marks: [{ type: "articleLink", attrs: { article } }] }],
  });
  await inOneTransaction(room.client(), fill(":publish", names));
  const { rows } = await room.client().query(fill("select number from edition where id = :edition", names));
  expect(rows).toEqual([{ number: 1 }]);
});
