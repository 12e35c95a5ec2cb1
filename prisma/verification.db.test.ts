import { expect, test } from "vitest";
import { jsonb } from "@/server/testing/factories";
import { fill, inOneTransaction, type Names } from "@/server/testing/newsroom-sql";
import { failureOf, nameOf, triesInVain, useNewsroom, type Way } from "@/server/testing/ways";

type Told = Partial<
  Record<"by" | "article" | "section" | "citation" | "position" | "source" | "support" | "kept", string>
>;

const cited = (section: string) =>
  `(select jsonb_path_query_first(body, '$.** ? (@.type == "citation").attrs.id') #>> '{}' from section where id = ${section})::uuid`;
const words = `'{"locator":null,"quote":null,"sentence":"Links rot."}'`;
const digestOf = (support: string, kept: string) =>
  `encode(sha256(convert_to('{"kept":' || coalesce(to_json(${kept}::text)::text, 'null') || ',"support":' || ${support} || '}', 'UTF8')), 'hex')`;

/** A word on the article's citation, honest where nothing else is told. */
function say(told: Told & { digest?: string; verdict?: string } = {}): string {
  const { by = ":bo", article = ":article", section = ":section", position = "0", source = ":source" } = told;
  const { support = words, kept = "null", verdict = "'verified', ''" } = told;
  return `insert into verification (id, article_id, section_id, citation_id, position, source_id, support, kept_sha256, digest, verdict, note, person_id)
    values (:fresh, ${article}, ${section}, ${told.citation ?? cited(section)}, ${position}, ${source}, ${support}, ${kept},
      ${told.digest ?? digestOf(support, kept)}, ${verdict}, ${by})`;
}

const keep = `insert into blob (sha256, bytes) values (encode(sha256('x'), 'hex'), 'x') on conflict do nothing;
  insert into capture (id, source_id, url, final_url, status, media_type, sha256, size, warc_sha256, text_sha256, reason)
  values (:fresher, :source, 'https://a.example/', 'https://a.example/', 200, 'text/html', 'x', 1, encode(sha256('x'), 'hex'), encode(sha256('x'), 'hex'), 'asked')`;

const ways: Way[] = [
  { way: "Ada verifies what she wrote", sql: say({ by: ":ada" }), refusal: "nobody_verifies_their_own_text" },
  {
    way: "Bo verifies in a section that he wrote in himself",
    before: [
      ":amend; :logByBo; update section set body = jsonb_set(body, '{content,0,content,0,text}', '\"Another\"') where id = :section",
    ],
    sql: say(),
    refusal: "nobody_verifies_their_own_text",
  },
  {
    way: "Bo disputes in a section that he wrote in himself",
    before: [
      ":amend; :logByBo; update section set body = jsonb_set(body, '{content,0,content,0,text}', '\"Another\"') where id = :section",
    ],
    sql: say({ verdict: "'disputed', 'No.'" }),
    refusal: "nobody_verifies_their_own_text",
  },
  { way: "Dan, who is no reviewer", sql: say({ by: ":dan" }), refusal: "verification_is_given_by_a_reviewer" },
  {
    way: "the citation of another article",
    sql: say({ citation: cited(":foreignSection") }),
    refusal: "verification_is_of_a_citation_that_stands",
  },
  {
    way: "the section of another article",
    sql: say({ section: ":foreignSection" }),
    refusal: "verification_is_of_a_citation_that_stands",
  },
  {
    way: "an item that the citation lacks",
    sql: say({ position: "1" }),
    refusal: "verification_is_of_a_citation_that_stands",
  },
  {
    way: "an item counted from behind",
    sql: say({ position: "-1" }),
    refusal: "verification_is_of_a_citation_that_stands",
  },
  { way: "another source", sql: say({ source: ":otherSource" }), refusal: "verification_is_of_the_cited_source" },
  {
    way: "a quote that does not stand there",
    sql: say({ support: `'{"locator":null,"quote":"Links last.","sentence":"Links rot."}'` }),
    refusal: "verification_is_of_the_words_that_stand",
  },
  { way: "a digest of something else", sql: say({ digest: "'x'" }), refusal: "verification_has_its_own_digest" },
  { way: "a text that is not kept", sql: say({ kept: "'kept'" }), refusal: "verification_is_of_the_kept_text" },
  { way: "no text, though one is kept", before: [keep], sql: say(), refusal: "verification_is_of_the_kept_text" },
  { way: "a dispute without a word", sql: say({ verdict: "'disputed', ''" }), refusal: "a_dispute_says_why" },
  { way: "a verdict of one's own", sql: say({ verdict: "'fine', 'Fine.'" }), refusal: "verification_is_known" },
  {
    way: "on a view of the data from before the text changed",
    sql: `set transaction isolation level repeatable read; ${say()}`,
    refusal: "work_sees_what_is_committed",
  },
  {
    way: "a word that is changed afterwards",
    before: [say()],
    sql: "update verification set verdict = 'disputed', note = 'No.' where id = :fresh",
    refusal: "verifications_are_kept",
  },
  {
    way: "a word that is taken away afterwards",
    before: [say({ verdict: "'disputed', 'No.'" })],
    sql: "delete from verification where id = :fresh",
    refusal: "verifications_are_kept",
  },
];
triesInVain(ways);

const room = useNewsroom();
test("an honest word is taken, under the database's own time", async () => {
  const names = await room.article();
  await inOneTransaction(room.client(), fill(keep, names));
  await inOneTransaction(room.client(), fill(say({ kept: "encode(sha256('x'), 'hex')" }), names));
  const { rows } = await room
    .client()
    .query(
      fill(
        `select now() - at < interval '1 minute' as fresh, support_sha256 from verification where id = :fresh`,
        names,
      ),
    );
  expect(rows).toEqual([{ fresh: true, support_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
});

/** Publishes an article with what it says of who verified what. */
function printSaying(names: Names, verified: object): string {
  const print = (names["print"] ?? "")
    .replace("published_by)", "published_by, verified)")
    .replace(":frozen, :ada", `:frozen, :ada, ${jsonb(verified)}`);
  return fill(`:judge; ${print}; :bind; :end`, names);
}
const toldOf = (names: Names, who: string) => ({
  [names["reference"] ?? ""]: { by: [who], at: "2027-05-03T09:00:00.000Z", citations: 1, of: 1 },
});

test("an edition names nobody who verified nothing, and names who did", async () => {
  const names = await room.article();
  const forged = inOneTransaction(room.client(), printSaying(names, toldOf(names, "bo")));
  expect(nameOf(await failureOf(forged))).toBe("edition_tells_words_that_were_given");
  await inOneTransaction(room.client(), fill(say(), names));
  const other = inOneTransaction(room.client(), printSaying(names, toldOf(names, "cy")));
  expect(nameOf(await failureOf(other))).toBe("edition_tells_words_that_were_given");
  await inOneTransaction(room.client(), printSaying(names, toldOf(names, "bo")));
});
