import { database } from "@/server/testing/own-database";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import { wholeName } from "@/domain/document/pictures";
import { type ArticleId, ReferenceId, TopicId } from "@/domain/ids";
import { listsOf } from "@/domain/publishing/lists";
import { refile, retractFrom } from "@/server/baking/listing";
import { bakeEverything } from "@/server/baking/run";
import { file } from "@/server/commands/article/file";
import { publish } from "@/server/commands/publishing/publish";
import { retract } from "@/server/commands/publishing/retract";
import { withdrawByLaw } from "@/server/commands/publishing/withdraw-by-law";
import { bakeTopic } from "@/server/commands/topic/bake";
import { createTopic } from "@/server/commands/topic/create";
import { mergeTopics } from "@/server/commands/topic/merge";
import { db, inTransaction } from "@/server/db";
import { newId } from "@/server/db/ids";
import { readerPool } from "@/server/db/reader-pool";
import { answerReader } from "@/server/queries/reader-answer";
import { stopHearing } from "@/server/queries/reader-page";
import { granted, writeSection } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { keepPicture, writeFigure } from "@/server/testing/pictures";
import { approveAll, handIn, pageAt, publishing, writeWhole } from "@/server/testing/rounds";

let ada: Somebody;
let bo: Somebody;
let root: Somebody;
let owner: pg.Client;
beforeAll(async () => {
  [ada, bo, root] = [await hire("Ada", "editor"), await hire("Bo", "reviewer"), await hire("Root", "admin")];
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("insert into site (name, tagline, base_url) values ('The Mill', '', 'https://mill.example')");
});
afterAll(async () => {
  stopHearing();
  await readerPool().end();
  await owner.end();
});

const topic = async (name: string) => TopicId.parse((await granted(createTopic.run(ada, { name }))).topicId);
const release = async (id: ArticleId, note: string | null = null) => {
  await handIn(ada, id);
  await approveAll(bo, id);
  await granted(publish.run(ada, await publishing(id, note)));
};
const published = async (title: string, topicId: TopicId): Promise<ArticleId> => {
  const id = await writeWhole(ada, title);
  await granted(file.run(ada, { articleId: id, topicIds: [topicId] }));
  await release(id);
  return id;
};
const textAt = async (path: string) => (await pageAt(path))?.text ?? "";
/** The feeds of the house, of a topic and of a language, in all forms. */
const feedsOf = (slug: string) =>
  Promise.all(
    ["", `/topics/${slug}`, "/languages/en"].flatMap((at) =>
      ["xml", "rss", "json"].map(async (form) => {
        const path = `${at}/feed.${form}`;
        return [path, await textAt(path)] as const;
      }),
    ),
  );

test("the feeds of a topic and of a language tell of a retraction in the words of the house's own, and its list names it no more", async () => {
  const tides = await topic("Tides");
  const id = await published("The spring tide", tides);
  await granted(retract.run(bo, { articleId: id, reason: "The gauge was read upside down." }));
  for (const [path, text] of await feedsOf("tides")) {
    expect([path, text]).toEqual([path, expect.stringContaining("Retracted: The spring tide")]);
    expect(text).toContain("This article was retracted. The gauge was read upside down.");
  }
  expect(await textAt("/topics/tides")).not.toContain("The spring tide");
  expect(await textAt("/languages/en")).not.toContain("The spring tide");
  expect(await db.list.findUnique({ where: { name: "topic:tides" } })).toMatchObject({ articles: 0 });
});

test("a retraction that is older than these lists is told once everything is baked anew", async () => {
  await owner.query("delete from listed where page is null");
  await bakeEverything(newId(), "A test.");
  for (const [path, text] of await feedsOf("tides"))
    expect([path, text]).toEqual([path, expect.stringContaining("Retracted: ")]);
});

test("a retraction goes along where its topic is merged, and is told no more when a law took the article away", async () => {
  const [lamps, lights] = [await topic("Lamps"), await topic("Lights")];
  const id = await published("Lamps at sea", lamps);
  await granted(retract.run(bo, { articleId: id, reason: "It was wrong." }));
  await granted(mergeTopics.run(ada, { topicId: lamps, intoId: lights }));
  await granted(bakeTopic.run(systemActor, { topicId: lamps, articles: true }));
  for (const [path, text] of await feedsOf("lights"))
    expect([path, text]).toEqual([path, expect.stringContaining("Retracted: Lamps at sea")]);
  await granted(withdrawByLaw.run(root, { articleId: id, reason: "A court said so." }));
  for (const [path, text] of await feedsOf("lights")) {
    expect([path, text]).toEqual([path, expect.stringContaining("The Mill")]);
    expect([path, text.includes("Lamps at sea")]).toEqual([path, false]);
  }
});

test("a correction is told first by every feed, though the article stands on an older page of the list", async () => {
  const birds = await topic("Birds");
  const id = await published("The curlew", birds);
  await published("The wader", birds);
  await db.$executeRaw`update list set pages = 4 where name = 'topic:birds'`;
  await writeSection(
    ada,
    id,
    "More",
    "Curlews are few",
    ReferenceId.parse((await db.reference.findFirstOrThrow({ where: { articleId: id } })).id),
  );
  await release(id, "We miscounted.");
  const slugs = (text: string) =>
    [...text.matchAll(/https:\/\/mill\.example\/(the-(?:curlew|wader))(?=["<])/g)].map((hit) => hit[1]);
  for (const [path, text] of await feedsOf("birds")) {
    expect([path, slugs(text)[0]]).toEqual([path, "the-curlew"]);
    expect(text).toContain("Corrected: We miscounted.");
  }
});

test("an article that comes back after a retraction stands on its lists again", async () => {
  const id = await published("The eel", await topic("Rivers"));
  const now = new Date().toISOString();
  const lists = listsOf({ byline: "", language: "en", firstAt: now, topics: [{ name: "Rivers", slug: "rivers" }] });
  const filed = { firstAt: now, latestAt: now, lists };
  const standing = async () => ({
    articles: (await db.list.findUniqueOrThrow({ where: { name: "topic:rivers" } })).articles,
    pages: (await db.listed.findMany({ where: { articleId: id } })).map(({ list, page }) => [list, page]).sort(),
  });
  const before = await standing();
  for (let round = 0; round < 2; round++) {
    await inTransaction((tx) => retractFrom(tx, id, filed));
    expect(await standing()).toEqual({
      articles: 0,
      pages: [
        ["language:en", null],
        ["topic:rivers", null],
      ],
    });
  }
  await inTransaction((tx) => refile(tx, id, filed));
  expect(await standing()).toMatchObject({ articles: before.articles });
  expect((await standing()).pages.filter(([, page]) => page === null)).toEqual([]);
});

test("feeds show the picture of an article by its address, type and length, and it is there", async () => {
  const quays = await topic("Quays");
  const id = await writeWhole(ada, "The quay");
  await granted(file.run(ada, { articleId: id, topicIds: [quays] }));
  const [decoration, picture] = [await keepPicture(ada), await keepPicture(ada)];
  await writeFigure(ada, id, decoration, { decorative: true, alt: "" });
  await writeFigure(ada, id, picture);
  await release(id);
  const path = `/media/${wholeName(picture)}`;
  const { status, headers, body } = await answerReader(
    { method: "GET", pathname: path, acceptEncoding: null, ifNoneMatch: null },
    "packed",
  );
  expect([status, headers[headers.indexOf("content-type") + 1]]).toEqual([200, "image/jpeg"]);
  const length = body?.byteLength;
  const address = `https://mill.example${path}`;
  for (const at of ["", "/topics/quays", "/languages/en"]) {
    expect(await textAt(`${at}/feed.xml`)).toContain(
      `<link rel="enclosure" href="${address}" type="image/jpeg" length="${length}"/>`,
    );
    expect(await textAt(`${at}/feed.rss`)).toContain(
      `<enclosure url="${address}" length="${length}" type="image/jpeg"/>`,
    );
    const { items } = JSON.parse(await textAt(`${at}/feed.json`));
    expect(items.find((item: { title: string }) => item.title === "The quay").image).toBe(address);
  }
  await granted(retract.run(bo, { articleId: id, reason: "It was another quay." }));
  for (const [feed, text] of await feedsOf("quays")) expect([feed, text.includes("/media/")]).toEqual([feed, false]);
});
