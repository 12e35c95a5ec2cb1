import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import type { SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { judge } from "@/domain/rules/judge";
import { recount } from "@/server/commands/article/recount";
import { createSource } from "@/server/commands/reference/create-source";
import { importRetractions } from "@/server/commands/retractions/import";
import { checkStanding } from "@/server/commands/source/check-standing";
import { checkStandings } from "@/server/commands/source/check-standings";
import { edit as editSource } from "@/server/commands/source/edit";
import { db } from "@/server/db";
import type { Fetch } from "@/server/http/fetch";
import { beginDraft, deleteSection, draftOf, granted, refused, writeSection } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { perma } from "@/server/testing/works";

let ada: Somebody;
let cleo: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  cleo = await hire("Cleo", "admin");
});

/** A draft that rests on a paper with this DOI, and nothing else. */
async function citing(DOI: string) {
  const articleId = await beginDraft(ada, `Resting on ${DOI}`);
  const record = { ...perma, DOI };
  const { referenceId, sourceId } = await granted(createSource.run(ada, { articleId, referenceId: null, record }));
  await writeSection(ada, articleId, "Claim", "Links rot", referenceId);
  await deleteSection(ada, articleId, 1);
  return { articleId, sourceId };
}

const head =
  "Record ID,Title,RetractionDOI,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason";
async function* list(...rows: string[]) {
  yield new TextEncoder().encode(`${[head, ...rows].join("\n")}\n`);
}
const takeIn = (...rows: string[]) =>
  granted(importRetractions.run(cleo, { name: "retraction_watch.csv", content: list(...rows) }));
const stateOf = async (sourceId: SourceId) => (await db.sourceStanding.findUnique({ where: { sourceId } }))?.state;
const newsOf = async (sourceId: SourceId) => {
  const events = await db.event.findMany({ where: { type: "source.standing-changed" }, orderBy: { seq: "asc" } });
  return events.map(({ data }) => Object(data)).filter(({ source }) => source === sourceId);
};

/** A Crossref that knows these works by the updates of each; null for one that answers nonsense. */
const crossref =
  (works: Record<string, object[] | null>): Fetch =>
  (url) => {
    const doi = decodeURIComponent(new URL(url).pathname.replace("/works/", ""));
    if (!(doi in works)) return Promise.resolve(fail({ kind: "timeout", reason: "No answer within 6 s.", url }));
    const updates = works[doi];
    const text = updates ? JSON.stringify({ message: { DOI: doi, "updated-by": updates } }) : "<html>busy</html>";
    const body = new TextEncoder().encode(text);
    return Promise.resolve(ok({ status: 200, headers: {}, body, url, redirects: [], durationMs: 1 }));
  };
const lookUp = async (works: Record<string, object[] | null>, sourceId: SourceId) => {
  await db.sourceStanding.updateMany({ data: { nextAt: new Date("2999-01-01") } });
  await granted(checkStandings(crossref(works), { most: 50, pauseMs: 0 }).run(systemActor, { sourceId }));
};
const update = (type: string, day: [number, number, number]) => ({
  DOI: `10.5555/notice.${type}`,
  type,
  updated: { "date-parts": [day] },
});

test("a list retracts the works of the library, and drafts that rest on them are blocked", async () => {
  const { articleId, sourceId } = await citing("10.5555/listed.1");
  const told = await takeIn("1,A,10.5555/n1,5/4/2024 0:00,10.5555/LISTED.1,0,Retraction,+Error;");
  expect(told).toMatchObject({ rows: 1, notices: 1, added: 1, sources: 1 });
  expect(await stateOf(sourceId)).toBe("retracted");
  expect(await newsOf(sourceId)).toMatchObject([{ before: "unchecked", state: "retracted", notice: "10.5555/n1" }]);
  await granted(recount.run(systemActor, { citing: sourceId }));
  const { article, manuscript } = await draftOf(articleId);
  expect(article.openBlockers).toBe(1);
  expect(judge(manuscript).map(({ rule }) => rule)).toContain("source/retracted");
});

test("the same list again adds nothing and changes nothing; a reinstatement in the next one does", async () => {
  const { sourceId } = await citing("10.5555/listed.2");
  const row = "2,B,10.5555/n2,5/4/2010 0:00,10.5555/listed.2,0,Retraction,";
  await takeIn(row);
  expect(await takeIn(row)).toMatchObject({ notices: 1, added: 0, sources: 0 });
  expect(await newsOf(sourceId)).toHaveLength(1);
  expect(await takeIn(row, "3,B,10.5555/n3,5/4/2012 0:00,10.5555/listed.2,0,Reinstatement,")).toMatchObject({
    added: 1,
    sources: 1,
  });
  expect(await stateOf(sourceId)).toBe("reinstated");
});

test("a list is an admin's to take in, and one that cannot be read changes nothing", async () => {
  const before = await db.retractionNotice.count();
  expect((await refused(importRetractions.run(ada, { name: "x", content: list() }))).kind).toBe("forbidden");
  async function* other() {
    yield new TextEncoder().encode("Name,DOI\nx,10.5555/a\n");
  }
  expect((await refused(importRetractions.run(cleo, { name: "x", content: other() }))).kind).toBe("wrong-columns");
  expect(await db.retractionNotice.count()).toBe(before);
});

test("a work is clear once Crossref was asked and its answer read; nothing else makes it so", async () => {
  const { articleId, sourceId } = await citing("10.5555/asked.1");
  const unknown = async () => judge((await draftOf(articleId)).manuscript).map(({ rule }) => rule);
  for (const nonsense of [
    {},
    { "10.5555/asked.1": null },
    { "10.5555/asked.1": [update("annulment", [2024, 1, 1])] },
  ]) {
    await lookUp(nonsense, sourceId);
    expect(await stateOf(sourceId)).toBe("unchecked");
    expect(await unknown()).toContain("check/unknown");
  }
  await lookUp({ "10.5555/asked.1": [] }, sourceId);
  expect(await stateOf(sourceId)).toBe("clear");
  expect(await unknown()).not.toContain("check/unknown");
  expect(await newsOf(sourceId)).toEqual([]);
});

test("what Crossref tells is kept with what a list told, and a failed look-up later forgets none of it", async () => {
  const { sourceId } = await citing("10.5555/asked.2");
  await lookUp({ "10.5555/asked.2": [update("correction", [2020, 1, 1])] }, sourceId);
  expect(await stateOf(sourceId)).toBe("corrected");
  await takeIn("9,C,unavailable,5/4/2021 0:00,10.5555/asked.2,0,Expression of concern,");
  expect(await stateOf(sourceId)).toBe("concern");
  const { checkedAt } = await db.sourceStanding.findUniqueOrThrow({ where: { sourceId } });
  await lookUp({}, sourceId);
  expect(await db.sourceStanding.findUnique({ where: { sourceId } })).toMatchObject({
    state: "concern",
    checkedAt,
    failures: 1,
    reason: "No answer within 6 s.",
  });
});

test("another DOI is another work: what was found of the first says nothing of it", async () => {
  const { sourceId } = await citing("10.5555/asked.3");
  await lookUp({ "10.5555/asked.3": [update("retraction", [2024, 1, 1])] }, sourceId);
  expect(await stateOf(sourceId)).toBe("retracted");
  await granted(editSource.run(ada, { sourceId, version: 0, record: { ...perma, DOI: "10.5555/asked.4" } }));
  await lookUp({ "10.5555/asked.4": [] }, sourceId);
  expect(await stateOf(sourceId)).toBe("clear");
});

test("who asks for a look-up has it made before all that is merely due", async () => {
  const { sourceId } = await citing("10.5555/asked.5");
  await db.sourceStanding.updateMany({ data: { nextAt: new Date(1) } });
  expect(await granted(checkStanding.run(ada, { sourceIds: [sourceId] }))).toEqual({ asked: 1 });
  const asked: string[] = [];
  const listening: Fetch = (url, options) => {
    asked.push(url);
    return crossref({ "10.5555/asked.5": [] })(url, options);
  };
  await granted(checkStandings(listening, { most: 1, pauseMs: 0 }).run(systemActor, {}));
  expect(asked).toEqual(["https://api.crossref.org/works/10.5555%2Fasked.5"]);
  expect(await stateOf(sourceId)).toBe("clear");
});

const rows = Number(process.env["RETRACTION_ROWS"] ?? 2_000);

test(`a list of many rows is taken in within seconds`, async () => {
  const many = Array.from(
    { length: rows },
    (_, at) => `${at},"A title, ${at}",10.5555/n${at},5/4/2024 0:00,10.5555/w${at},${at + 1},Retraction,+Error;`,
  );
  const started = performance.now();
  expect(await takeIn(...many)).toMatchObject({ rows, added: rows * 2 });
  if (process.env["RETRACTION_ROWS"]) console.log(`${rows} rows in ${Math.round(performance.now() - started)} ms`);
  expect(await takeIn(...many)).toMatchObject({ rows, added: 0 });
});
