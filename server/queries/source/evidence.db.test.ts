import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import { CaptureId, type SourceId } from "@/domain/ids";
import { copyDiff } from "@/domain/source/copy-diff";
import { createSource } from "@/server/commands/reference/create-source";
import { create } from "@/server/commands/source/create";
import { tag } from "@/server/commands/source/tag";
import { db } from "@/server/db";
import { newId } from "@/server/db/ids";
import { copiesOf, copyFile } from "@/server/queries/source/copies";
import { sourceCard } from "@/server/queries/source-card";
import { sourcePage } from "@/server/queries/source-page";
import { beginDraft, granted, writeSection } from "@/server/testing/drafts";
import { foundLink, keepCopy } from "@/server/testing/known-sources";
import { hire, type Somebody } from "@/server/testing/people";
import { report } from "@/server/testing/works";

let ada: Somebody;
let tolls: SourceId;
let copies: CaptureId[];
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  const articleId = await beginDraft(ada, "The price of a bridge");
  const made = await granted(createSource.run(ada, { articleId, referenceId: null, record: report("Tolls", "tolls") }));
  tolls = made.sourceId;
  await writeSection(ada, articleId, "The claim", "The bridge cost 12 million", made.referenceId);
  await foundLink(tolls, "dead", 1, "The page was not there three times.");
  for (const [outcome, days] of [
    ["alive", 20],
    ["missing", 9],
    ["missing", 2],
  ] as const)
    await db.linkCheck.create({
      data: {
        id: newId(),
        sourceId: tolls,
        url: "https://x.example/",
        outcome,
        durationMs: 5,
        at: new Date(Date.now() - days * 86_400_000),
      },
    });
  copies = [];
  for (const text of ["It cost 12 million.", "It cost 42 million.", null])
    copies.push(CaptureId.parse(await keepCopy(tolls, text)));
  await granted(tag.run(ada, tag.input.parse({ sourceIds: [tolls], add: ["Bridges"], remove: [] })));
});

test("a source's page says what was found of it, in the order of time, and which sentences rest on it", async () => {
  const page = await sourcePage(ada, tolls);
  expect(page?.evidence).toMatchObject({
    link: { state: "dead", reason: "The page was not there three times." },
    looks: [{ outcome: "alive" }, { outcome: "missing" }, { outcome: "missing" }],
    copiesInAll: 3,
    quotes: [],
  });
  expect(page?.sentences).toMatchObject([
    { heading: "The claim", sentence: expect.stringContaining("The bridge cost 12 million") },
  ]);
  expect(page?.source.tags).toEqual(["bridges"]);
  expect(page?.history.map(({ words }) => words)).toContain("tagged the source “bridges”");
  expect(page?.may).toMatchObject({ check: true, tag: true });
});

test("two copies are compared by their kept words, and only copies of the source itself", async () => {
  const [first, second, blank] = copies as [CaptureId, CaptureId, CaptureId];
  const two = await copiesOf(ada, tolls, { copy: second, older: first });
  expect(copyDiff(two?.older?.text ?? "", two?.copy.text ?? "")).toContainEqual({ kind: "new", text: "42 " });
  expect((await copiesOf(ada, tolls, { copy: blank, older: null }))?.copy.text).toBeNull();
  const { sourceId: other } = await granted(create.run(ada, { record: report("Other", "other") }));
  expect(await copiesOf(ada, other, { copy: first, older: null })).toBeNull();
  expect((await copyFile(ada, first))?.bytes.byteLength).toBeGreaterThan(5);
  expect(await copyFile(ada, CaptureId.parse(newId()))).toBeNull();
});

test("the pane beside the library has a source in short, and nothing for whoever may not see it", async () => {
  expect(await sourceCard(ada, tolls)).toMatchObject({
    link: { state: "dead" },
    usedIn: [{ title: "The price of a bridge" }],
    captures: 3,
  });
  const nobody: Somebody = { ...ada, roles: [] };
  expect([await sourceCard(nobody, tolls), await copyFile(nobody, copies[0]!)]).toEqual([null, null]);
  expect(await sourceCard(systemActor, tolls)).not.toBeNull();
});
