import "@/server/testing/own-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import { type ArticleId, TopicId } from "@/domain/ids";
import { file } from "@/server/commands/article/file";
import { publish } from "@/server/commands/publishing/publish";
import { bakeEverything } from "@/server/baking/run";
import { db } from "@/server/db";
import { newId } from "@/server/db/ids";
import { readerPool } from "@/server/db/reader-pool";
import { answerReader } from "@/server/queries/reader-answer";
import { draftOf, granted, refused } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { publishing, writeApproved } from "@/server/testing/rounds";
import { bakeTopic } from "./bake";
import { changeTopic } from "./change";
import { createTopic } from "./create";
import { mergeTopics } from "./merge";
import { removeTopic } from "./remove";

let ada: Somebody;
let bo: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer");
});
afterAll(() => readerPool().end());

const topic = async (name: string) => TopicId.parse((await granted(createTopic.run(ada, { name }))).topicId);
const change = (topicId: TopicId, name: string, description = "") =>
  changeTopic.run(ada, { topicId, name, description });
/** Does what the worker does after a topic was changed. */
const bake = (topicId: TopicId) => granted(bakeTopic.run(systemActor, { topicId, articles: true }));

async function published(title: string, ...topicIds: TopicId[]): Promise<ArticleId> {
  const id = await writeApproved(ada, bo, title);
  await granted(file.run(ada, { articleId: id, topicIds }));
  await granted(publish.run(ada, await publishing(id)));
  return id;
}

/** What a reader is answered at a path: the status, where it leads, and the words. */
async function read(pathname: string): Promise<{ status: number; to: string | null; text: string }> {
  const asked = { method: "GET", pathname, acceptEncoding: null, ifNoneMatch: null };
  const { status, headers, body } = await answerReader(asked, "packed");
  const at = headers.indexOf("location");
  return { status, to: at < 0 ? null : (headers[at + 1] ?? null), text: Buffer.from(body ?? []).toString() };
}
const leads = async (path: string) => {
  const { status, to } = await read(path);
  return [status, to];
};

test("a renamed topic is described at its new address, and everything at the old one leads there", async () => {
  const tides = await topic("Tides");
  const id = await published("The spring tide", tides);
  expect((await read("/topics/tides")).status).toBe(200);
  await granted(change(tides, "Tides & towns", "What the sea does to harbours."));
  await bake(tides);
  const page = await read("/topics/tides-towns");
  expect(page.text).toContain("What the sea does to harbours.");
  expect(page.text).toContain((await draftOf(id)).article.slug);
  expect(await leads("/topics/tides")).toEqual([308, "/topics/tides-towns"]);
  for (const feed of ["feed.xml", "feed.rss", "feed.json"])
    expect(await leads(`/topics/tides/${feed}`)).toEqual([308, `/topics/tides-towns/${feed}`]);
  expect((await read(`/${(await draftOf(id)).article.slug}`)).text).toContain('href="/topics/tides-towns"');
  expect((await read("/topics")).text).not.toContain('href="/topics/tides"');
  expect(await refused(createTopic.run(ada, { name: "Tides" }))).toMatchObject({ kind: "taken" });
});

test("a topic that takes its old name back has its page there again, and the other address leads to it", async () => {
  const moors = await topic("Moors");
  await published("A dry summer", moors);
  for (const name of ["Bogs", "Fens", "Moors"]) {
    await granted(change(moors, name));
    await bake(moors);
  }
  expect((await read("/topics/moors")).text).toContain("<h1>Moors</h1>");
  for (const old of ["bogs", "fens"]) expect(await leads(`/topics/${old}`)).toEqual([308, "/topics/moors"]);
});

test("the older pages of a renamed topic keep their numbers, and their old addresses lead to them", async () => {
  const birds = await topic("Birds");
  await published("The curlew", birds);
  await db.$executeRaw`update list set pages = 4 where name = 'topic:birds'`;
  await db.$executeRaw`insert into list_page (list, page) values ('topic:birds', 2)`;
  await granted(change(birds, "Waders"));
  await bake(birds);
  expect((await read("/topics/waders/2")).status).toBe(200);
  expect(await leads("/topics/birds/2")).toEqual([308, "/topics/waders/2"]);
});

test("merged topics are one for readers and for drafts, without anything new to publish", async () => {
  const [ports, harbours] = [await topic("Ports"), await topic("Harbours")];
  const id = await published("The lost port", ports, harbours);
  const other = await published("The new port", ports);
  await granted(mergeTopics.run(ada, { topicId: ports, intoId: harbours }));
  await bake(ports);
  const page = (await read("/topics/harbours")).text;
  for (const one of [id, other]) expect(page).toContain((await draftOf(one)).article.slug);
  expect(page).toContain("2 articles");
  expect(await leads("/topics/ports")).toEqual([308, "/topics/harbours"]);
  expect(await leads("/topics/ports/feed.xml")).toEqual([308, "/topics/harbours/feed.xml"]);
  expect(await leads("/topics/ports/7")).toEqual([308, "/topics/harbours"]);
  expect((await read(`/${(await draftOf(id)).article.slug}`)).text.match(/href="\/topics\/harbours"/g)).toHaveLength(1);
  const again = await refused(publish.run(ada, await publishing(other)));
  expect(JSON.stringify(again)).toContain("nothing-new");
  expect(await refused(file.run(ada, { articleId: other, topicIds: [ports] }))).toMatchObject({ kind: "not-found" });
  expect(await refused(change(ports, "Docks"))).toMatchObject({ kind: "not-found" });
});

test("what was merged goes along when the topic that it was merged into is merged or renamed", async () => {
  const [rain, storms, weather] = [await topic("Rain"), await topic("Storms"), await topic("Weather")];
  const id = await published("A wet spring", rain);
  await granted(mergeTopics.run(ada, { topicId: rain, intoId: storms }));
  await granted(mergeTopics.run(ada, { topicId: storms, intoId: weather }));
  await bake(storms);
  await granted(change(weather, "Weather and sky"));
  await bake(weather);
  for (const old of ["rain", "weather"])
    expect(await leads(`/topics/${old}`)).toEqual([308, "/topics/weather-and-sky"]);
  // Storms had no article and so no page that anybody could know.
  expect((await read("/topics/storms")).status).toBe(404);
  expect((await read(`/${(await draftOf(id)).article.slug}`)).text).toContain('href="/topics/weather-and-sky"');
});

test("a removed topic is gone in words, its articles stay, and by its name it comes back with them", async () => {
  const lamps = await topic("Lamps");
  const id = await published("The last lamp", lamps);
  await granted(removeTopic.run(ada, { topicId: lamps }));
  await bake(lamps);
  const slug = (await draftOf(id)).article.slug;
  for (const path of ["/topics/lamps", "/topics/lamps/feed.xml", "/topics/lamps/3"]) {
    const { status, text } = await read(path);
    expect([status, text.includes("This topic is no longer kept")]).toEqual([410, true]);
  }
  expect((await read(`/${slug}`)).text).not.toContain("/topics/lamps");
  expect((await read("/topics")).text).not.toContain("Lamps");
  await bakeEverything(newId(), "A test.");
  expect((await read("/topics/lamps")).status).toBe(410);
  await granted(createTopic.run(ada, { name: "Lamps" }));
  await bake(lamps);
  expect((await read("/topics/lamps")).text).toContain(slug);
});

test("baking a topic twice, or everything, changes nothing more", async () => {
  const reeds = await topic("Reeds");
  await published("Cutting reeds", reeds);
  await granted(change(reeds, "Thatch"));
  await bake(reeds);
  const pages = () => db.page.findMany({ where: { path: { contains: "/topics/" } }, orderBy: { path: "asc" } });
  const before = await pages();
  await bake(reeds);
  await bakeEverything(newId(), "A test.");
  expect(await pages()).toEqual(before);
});

test("of two who want one name at once one is told that it is taken, and no topic is merged into what is gone", async () => {
  const [a, b] = [await topic("Peat A"), await topic("Peat B")];
  const answers = await Promise.all([change(a, "Peat"), change(b, "Peat")]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const both = await Promise.all([
    mergeTopics.run(ada, { topicId: a, intoId: b }),
    mergeTopics.run(ada, { topicId: b, intoId: a }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const rows = await db.topic.findMany({ where: { id: { in: [a, b] } } });
  expect(rows.filter(({ mergedInto }) => mergedInto === null)).toHaveLength(1);
});
