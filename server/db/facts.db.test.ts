import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import type { SourceId } from "@/domain/ids";
import type { SourceRecord } from "@/domain/source/record";
import { quoteKey } from "@/domain/source/facts";
import { adoptAddress } from "@/server/commands/site/adopt-address";
import { create } from "@/server/commands/source/create";
import { edit } from "@/server/commands/source/edit";
import { db } from "@/server/db";
import { quoteFactsOf, sourceFactsOf } from "@/server/db/facts";
import { newId } from "@/server/db/ids";
import { recordFrom } from "@/server/db/rows";
import { sha256 } from "@/server/db/digest";
import { draftOf, granted } from "@/server/testing/drafts";
import { foundLink, keepCopy, sourcesOf } from "@/server/testing/known-sources";
import { hire, type Somebody } from "@/server/testing/people";
import { writeWhole } from "@/server/testing/rounds";
import { perma, report } from "@/server/testing/works";

let ada: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
});

const made = async (record: SourceRecord) => (await granted(create.run(ada, { record }))).sourceId;
const factsFor = async (id: SourceId) => {
  const row = await db.source.findUniqueOrThrow({ where: { id } });
  return (await sourceFactsOf(db, [{ id, record: recordFrom(row.record) }])).get(id);
};

test("what checks found of a source's address is read with its age, until the source has another address", async () => {
  const sourceId = await made(report("Tides", "tides"));
  expect((await factsFor(sourceId))?.link).toMatchObject({ state: "unchecked", checkedAt: null });
  await foundLink(sourceId, "dead", 41, "The host does not exist.");
  expect((await factsFor(sourceId))?.link).toMatchObject({ state: "dead", reason: "The host does not exist." });
  await granted(edit.run(ada, { sourceId, version: 0, record: report("Tides", "tides-moved") }));
  expect((await factsFor(sourceId))?.link).toMatchObject({ state: "unchecked", checkedAt: null });
});

test("an address that is only written otherwise is still the one that was checked", async () => {
  const record = { ...report("Spellings", "x"), URL: "http://www.reports.example.org/spellings/?utm_source=mail" };
  const sourceId = await made(record);
  await foundLink(sourceId, "alive");
  await db.sourceLink.update({ where: { sourceId }, data: { url: "https://reports.example.org/spellings" } });
  expect((await factsFor(sourceId))?.link?.state).toBe("alive");
});

test("a work that was looked up by another identifier than it has now was not looked up", async () => {
  const sourceId = await made({ ...perma, DOI: "10.5555/standing.1" });
  const clear = { state: "clear", checkedAt: new Date(), keys: ["doi:10.5555/standing.1"] };
  await db.sourceStanding.create({ data: { sourceId, ...clear } });
  expect((await factsFor(sourceId))?.standing?.state).toBe("clear");
  await granted(edit.run(ada, { sourceId, version: 0, record: { ...perma, DOI: "10.5555/standing.2" } }));
  expect((await factsFor(sourceId))?.standing ?? null).toBeNull();
});

test("the newest copy counts, and the newest verdict on a quote, however its spaces are written", async () => {
  const sourceId = await made(report("Copies", "copies"));
  await keepCopy(sourceId, "We asked the ferrymen.");
  await keepCopy(sourceId, null);
  expect((await factsFor(sourceId))?.capture?.readable).toBe(false);
  const check = (verdict: string, days: number) =>
    db.quoteCheck.create({
      data: {
        id: newId(),
        sourceId,
        quoteSha256: sha256("asked the ferrymen"),
        quote: "asked the ferrymen",
        at: new Date(Date.now() - days * 86_400_000),
        verdict,
      },
    });
  await check("altered", 1);
  await check("exact", 3);
  const facts = await quoteFactsOf(db, [{ source: sourceId, quote: "asked  the\nferrymen" }]);
  expect(facts.get(quoteKey(sourceId, "asked the ferrymen"))).toMatchObject({ verdict: "altered" });
  expect((await quoteFactsOf(db, [{ source: sourceId, quote: "asked the bishop" }])).size).toBe(0);
});

test("a draft is judged with what is known of the sources on its list, our own host, and this moment", async () => {
  await granted(adoptAddress.run(systemActor, { baseUrl: "https://www.gazette.example:8443" }));
  const articleId = await writeWhole(ada, "Known");
  const [first] = await sourcesOf(articleId);
  if (first) await foundLink(first, "gone");
  const { facts } = (await draftOf(articleId)).manuscript;
  expect([...facts.sources.values()].map(({ link }) => link?.state)).toEqual(["gone", "unchecked"]);
  expect(facts.ownHosts).toEqual(["gazette.example"]);
  expect(Math.abs(Date.parse(facts.at) - Date.now())).toBeLessThan(60_000);
});
