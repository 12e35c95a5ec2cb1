import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import type { SourceId } from "@/domain/ids";
import type { SourceRecord } from "@/domain/source/record";
import { dismiss } from "@/server/commands/duplicate/dismiss";
import { find } from "@/server/commands/duplicate/find";
import { reopen } from "@/server/commands/duplicate/reopen";
import { create } from "@/server/commands/source/create";
import { edit } from "@/server/commands/source/edit";
import { rekey } from "@/server/commands/source/rekey";
import { db } from "@/server/db";
import { newId } from "@/server/db/ids";
import { projectionsOf } from "@/server/db/sources";
import { duplicates } from "@/server/queries/duplicates";
import { granted, refused } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { report } from "@/server/testing/works";

let ada: Somebody;
let bo: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer");
});

const ferries = (given: string, more: Partial<SourceRecord> = {}): SourceRecord => ({
  type: "article-journal",
  title: "Ferry timetables and the memory of coastal towns",
  author: [{ family: "Kalnins", given }],
  "container-title": "Journal of Harbour History",
  issued: { "date-parts": [[2014]] },
  ...more,
});

const open = () => db.duplicate.findMany({ where: { dismissedAt: null } });

test("a source that looks like one of the library is added, and shown beside it with the reason", async () => {
  const { sourceId } = await granted(create.run(ada, { record: ferries("Rita") }));
  const again = await granted(create.run(ada, { record: ferries("R.", { DOI: "10.1000/182" }) }));
  expect(again.likely).toEqual([
    {
      sourceId,
      title: "Ferry timetables and the memory of coastal towns",
      score: 0.98,
      reason: "same title and year, authors differ by an initial",
    },
  ]);
  const page = await duplicates(ada);
  expect(page?.pairs).toHaveLength(1);
  expect(page?.pairs[0]?.two.map(({ id }) => id).toSorted()).toEqual([sourceId, again.sourceId].toSorted());
  const other = await granted(create.run(ada, { record: ferries("Olga", { title: "Bridges of the inland ports" }) }));
  expect(other.likely).toEqual([]);
});

test("two works that look alike are said to be two, and stay so until that is taken back", async () => {
  const [pair] = await open();
  const two = { sourceId: pair?.sourceId as SourceId, otherId: pair?.otherId as SourceId };
  expect((await refused(dismiss.run(bo, two))).kind).toBe("forbidden");
  await granted(dismiss.run(ada, { sourceId: two.otherId, otherId: two.sourceId }));
  expect((await refused(dismiss.run(ada, two))).kind).toBe("wrong-state");
  await granted(find.run(systemActor, {}));
  expect(await open()).toEqual([]);
  await granted(reopen.run(ada, two));
  expect((await refused(reopen.run(ada, two))).kind).toBe("wrong-state");
  expect(await open()).toHaveLength(1);
});

test("the nightly search lists what is likely the same, and takes off what is so no more", async () => {
  const count = Number(process.env["DUPLICATES"] ?? 300);
  const rows = Array.from({ length: count }, (_, n) => {
    const record = report(`Survey of ${["harbours", "ferries", "locks"][n % 3]} in district ${n >> 1}`, `survey-${n}`);
    return {
      id: newId(),
      createdById: ada.id,
      ...projectionsOf({ ...record, author: [{ family: `Writer${n >> 1}`, given: n % 2 ? "A." : "Anna" }] }),
    };
  });
  for (let at = 0; at < rows.length; at += 5000) await db.source.createMany({ data: rows.slice(at, at + 5000) });
  const keys = rows.map(({ id }, n) => ({
    scheme: "url",
    value: `https://reports.example.org/survey-${n}`,
    sourceId: id,
  }));
  for (let at = 0; at < keys.length; at += 5000) await db.sourceKey.createMany({ data: keys.slice(at, at + 5000) });
  const begun = performance.now();
  const { compared, listed } = await granted(find.run(systemActor, {}));
  if (count > 300)
    console.log(
      `${count} sources: ${compared} pairs compared, ${listed} listed in ${Math.round(performance.now() - begun)} ms`,
    );
  expect(listed).toBe(1);
  expect((await refused(find.run(ada, {}))).kind).toBe("forbidden");

  const [pair] = await open();
  const id = pair?.sourceId as SourceId;
  const { version } = await db.source.findUniqueOrThrow({ where: { id } });
  await granted(
    edit.run(ada, { sourceId: id, version, record: ferries("Rita", { title: "Another work altogether" }) }),
  );
  expect((await granted(find.run(systemActor, {}))).gone).toBe(1);
  expect(await open()).toEqual([]);
});

test("after an upgrade the keys are made anew, twice without harm, and what collides is a duplicate", async () => {
  const old = (path: string, record: Partial<SourceRecord>) => {
    const id = newId();
    return {
      id,
      key: { scheme: "url", value: `https://old.example/${path}`, sourceId: id },
      record: { ...report(`Old ${path}`, "x"), URL: `https://old.example/${path}`, ...record },
    };
  };
  const sources = [old("docs/index.html", {}), old("docs", {}), old("alone.amp.html", {})];
  for (const { id, key, record } of sources) {
    await db.source.create({ data: { id, createdById: ada.id, ...projectionsOf(record), blocks: [] } });
    await db.sourceKey.create({ data: key });
  }
  expect(await granted(rekey.run(systemActor, {}))).toMatchObject({ collided: 1 });
  const keys = await db.sourceKey.findMany({
    where: { value: { startsWith: "https://old.example" } },
    orderBy: { value: "asc" },
  });
  expect(keys.map(({ value }) => value)).toEqual(["https://old.example/alone.html", "https://old.example/docs"]);
  expect(keys[1]?.sourceId).toBe(sources[1]?.id);
  expect(await db.duplicate.findMany({ where: { score: 1, reason: "same web address" } })).toHaveLength(1);
  expect(await db.source.count({ where: { blocks: { isEmpty: true } } })).toBe(0);
  await granted(rekey.run(systemActor, {}));
  expect(
    await db.sourceKey.findMany({ where: { value: { startsWith: "https://old.example" } }, orderBy: { value: "asc" } }),
  ).toEqual(keys);
  expect((await refused(rekey.run(ada, {}))).kind).toBe("forbidden");
});
