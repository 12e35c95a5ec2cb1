import { database } from "@/server/testing/own-database";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { machineForms } from "@/domain/publishing/machine-forms";
import type { ArticleId } from "@/domain/ids";
import { publish } from "@/server/commands/publishing/publish";
import { withdrawByLaw } from "@/server/commands/publishing/withdraw-by-law";
import { readerPool } from "@/server/db/reader-pool";
import { answerReader } from "@/server/queries/reader-answer";
import { beginDraft, draftOf, granted, refused } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { approveAll, handIn, publishing, writePublished } from "@/server/testing/rounds";
import { create } from "./create";
import { rename } from "./rename";

let ada: Somebody;
let bo: Somebody;
let admin: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer");
  admin = await hire("Cleo", "admin");
});
afterAll(() => readerPool().end());

/** Gives a published article another address and publishes it there; the text is the same. */
async function moved(articleId: ArticleId, slug: string): Promise<void> {
  await granted(rename.run(ada, { articleId, slug }));
  await handIn(ada, articleId);
  await approveAll(bo, articleId);
  await granted(publish.run(ada, await publishing(articleId)));
}

async function asked(pathname: string, more: { acceptDatetime?: string } = {}): Promise<[number, string | null]> {
  const { status, headers } = await answerReader(
    { method: "GET", pathname, acceptEncoding: null, ifNoneMatch: null, ...more },
    "packed",
  );
  const at = headers.indexOf("location");
  return [status, at < 0 ? null : (headers[at + 1] ?? null)];
}

/** An article that was published as a, then as b, then as c. */
let thrice: ArticleId;
test("an article that moved twice is found from both old addresses in one step, with all that stands beside it", async () => {
  thrice = await writePublished(ada, bo, "First of all");
  await moved(thrice, "second-of-all");
  await moved(thrice, "third-of-all");
  const beside = [...machineForms.map(({ suffix }) => suffix), "/timemap", "/timegate", "/report"];
  for (const old of ["/first-of-all", "/second-of-all"]) {
    expect(await asked(old)).toEqual([308, "/third-of-all"]);
    for (const what of beside) expect(await asked(old + what)).toEqual([308, `/third-of-all${what}`]);
  }
});

test("an edition stays where it was published, and is found under every other address of its article", async () => {
  const slugs = ["first-of-all", "second-of-all", "third-of-all"];
  const beside = ["", ".json", ".bib", "/receipt", "/receipt.json"];
  for (const [index, own] of slugs.entries())
    for (const slug of slugs)
      for (const what of index > 0 ? [...beside, "/changes"] : beside) {
        const edition = `/editions/${index + 1}${what}`;
        const expected = slug === own ? [200, null] : [308, `/${own}${edition}`];
        expect([slug, edition, ...(await asked(`/${slug}${edition}`))]).toEqual([slug, edition, ...expected]);
      }
  for (const none of ["/editions/4", "/editions/2/none", "/editions/02", "/none", ".txt"])
    expect((await asked(`/first-of-all${none}`))[0]).toBe(404);
});

test("an address that an article was published under is never another's, and may be its own again", async () => {
  const other = await beginDraft(ada, "Another");
  for (const slug of ["first-of-all", "second-of-all", "third-of-all"])
    expect(await refused(rename.run(ada, { articleId: other, slug }))).toMatchObject({ kind: "taken" });
  expect(await granted(create.run(ada, { title: "First of all" }))).toMatchObject({ slug: "first-of-all-2" });
  await moved(thrice, "first-of-all");
  // What was in memory is shown until the news of the change is heard.
  await vi.waitFor(async () => expect(await asked("/first-of-all")).toEqual([200, null]));
  for (const old of ["second-of-all", "third-of-all"])
    await vi.waitFor(async () => expect(await asked(`/${old}`)).toEqual([308, "/first-of-all"]));
});

test("the database gives no published address to another article, though it is asked at the very moment that it is left", async () => {
  const leaving = await writePublished(ada, bo, "Left behind");
  const [owner, taker] = [database.appUrl, database.appUrl].map(
    (connectionString) => new pg.Client({ connectionString }),
  );
  if (!owner || !taker) throw new Error("no clients");
  await Promise.all([owner.connect(), taker.connect()]);
  const other = await beginDraft(ada, "A taker");
  const take = "update article set slug = 'left-behind', version = version + 1 where id = $1";
  await owner.query("begin");
  await owner.query("update article set slug = 'gone-on', version = version + 1 where id = $1", [leaving]);
  const taking = taker.query(take, [other]).then(
    () => "taken",
    (error: Error) => error.message,
  );
  await owner.query("select pg_sleep(0.2)");
  await owner.query("commit");
  expect(await taking).toContain("was published by another article");
  await expect(taker.query(take, [other])).rejects.toThrow("was published by another article");
  await Promise.all([owner.end(), taker.end()]);
});

test("readers find a renamed article where it was until its next edition", async () => {
  const id = await writePublished(ada, bo, "Not yet moved");
  await granted(rename.run(ada, { articleId: id, slug: "soon-moved" }));
  expect([await asked("/not-yet-moved"), (await asked("/soon-moved"))[0]]).toEqual([[200, null], 404]);
  expect((await draftOf(id)).article.slug).toBe("soon-moved");
});

test("what stands beside a withdrawn article's old addresses is gone as the article is", async () => {
  const id = await writePublished(ada, bo, "To be withdrawn");
  await moved(id, "withdrawn-now");
  await granted(withdrawByLaw.run(admin, { articleId: id, reason: "By order." }));
  for (const slug of ["to-be-withdrawn", "withdrawn-now"])
    for (const what of ["", ".json", "/timemap", "/timegate", "/editions/1", "/editions/2", "/editions/2/receipt"])
      expect([slug, what, (await asked(`/${slug}${what}`))[0]]).toEqual([slug, what, 410]);
  expect(await refused(rename.run(ada, { articleId: id, slug: "back-again" }))).toMatchObject({ kind: "wrong-state" });
});
