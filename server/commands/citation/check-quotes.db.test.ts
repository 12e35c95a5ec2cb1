import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import { itemOf } from "@/domain/citation/item";
import { schema } from "@/domain/document/schema";
import type { ArticleId, SourceId } from "@/domain/ids";
import { judge } from "@/domain/rules/judge";
import { createSource } from "@/server/commands/reference/create-source";
import { checkQuotes } from "@/server/commands/citation/check-quotes";
import { db } from "@/server/db";
import { newId } from "@/server/db/ids";
import { beginDraft, draftOf, edit, endOf, granted, refused } from "@/server/testing/drafts";
import { foundLink, keepCopy } from "@/server/testing/known-sources";
import { hire, type Somebody } from "@/server/testing/people";
import { report } from "@/server/testing/works";

let ada: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
});

/** A draft that quotes a source with these words. */
async function quoting(title: string, quote: string) {
  const articleId = await beginDraft(ada, title);
  const record = report(`The log of ${title}`, newId());
  const { referenceId, sourceId } = await granted(createSource.run(ada, { articleId, referenceId: null, record }));
  const item = { ...itemOf(referenceId), quote };
  const cited = schema.nodes.citation.create({ id: newId(), items: [item] });
  await edit(ada, articleId, (change) => change.insert(endOf(change.doc, 1, 1), [schema.text("So it says"), cited]));
  return { articleId, sourceId };
}

const check = (asked: { articleId: ArticleId } | { sourceId: SourceId }) =>
  granted(checkQuotes.run(systemActor, asked));
const said = async (articleId: ArticleId) =>
  judge((await draftOf(articleId)).manuscript)
    .filter(({ rule, place }) => rule.startsWith("quote/") || (rule === "check/unknown" && place.kind === "citation"))
    .map(({ rule }) => rule);
const rowsOf = (sourceId: SourceId) => db.quoteCheck.findMany({ where: { sourceId }, orderBy: { at: "asc" } });

test("a quote is unknown until somebody looks, altered once a “not” is missed, exact when the words are there", async () => {
  const { articleId, sourceId } = await quoting("Three looks", "the board did approve the bridge");
  expect(await said(articleId)).toEqual(["check/unknown"]);
  await keepCopy(sourceId, "In 2019 the board did not approve the bridge.");
  expect(await check({ articleId })).toEqual({ checked: 1 });
  expect(await said(articleId)).toEqual(["quote/altered"]);
  expect((await draftOf(articleId)).article.openBlockers).toBe(1);
  expect(await rowsOf(sourceId)).toMatchObject([
    {
      verdict: "altered",
      passage: "the board did not approve the bridge",
      selectors: [
        { type: "TextQuoteSelector", exact: "the board did not approve the bridge", prefix: "In 2019 ", suffix: "." },
        { type: "TextPositionSelector", start: 8, end: 44 },
      ],
      diff: [{ kind: "same" }, { kind: "source", text: "not" }, { kind: "same" }],
    },
  ]);
  await keepCopy(sourceId, "Corrected: in 2020 the board did approve the bridge.");
  expect(await check({ sourceId })).toEqual({ checked: 1 });
  expect(await said(articleId)).toEqual([]);
  expect((await draftOf(articleId)).article.openBlockers).toBe(0);
});

test("nothing is looked for twice in one copy, and a verdict outlives the copy it was made in", async () => {
  const { articleId, sourceId } = await quoting("Once", "ferries are slow");
  const capture = await keepCopy(sourceId, "They say that ferries are slow.");
  expect(await check({ articleId })).toEqual({ checked: 1 });
  expect(await check({ articleId })).toEqual({ checked: 0 });
  await db.capture.delete({ where: { id: capture } });
  expect(await check({ sourceId })).toEqual({ checked: 0 });
  expect(await said(articleId)).toEqual([]);
});

test("without a copy that can be read a quote stays unknown, and is not asked for over and over", async () => {
  const { articleId, sourceId } = await quoting("No copy", "nobody asked the ferrymen");
  await keepCopy(sourceId, null);
  expect(await check({ articleId })).toEqual({ checked: 1 });
  expect(await check({ articleId })).toEqual({ checked: 0 });
  expect(await said(articleId)).toEqual(["check/unknown"]);
});

test("words that a copy does not hold are not found, unless a wall hid the rest of the page", async () => {
  const { articleId, sourceId } = await quoting("A wall", "nobody asked the ferrymen about it");
  await foundLink(sourceId, "paywalled");
  await keepCopy(sourceId, "Subscribe to read on.");
  await check({ articleId });
  expect(await said(articleId)).toEqual(["check/unknown"]);
  await foundLink(sourceId, "alive");
  await keepCopy(sourceId, "The whole page, which says other things.");
  await check({ sourceId });
  expect(await said(articleId)).toEqual(["quote/not-found"]);
});

test("a new quote is looked for soon after it is saved, and only then", async () => {
  const { articleId } = await quoting("Soon", "slow but sure");
  const jobs = () => db.$queryRaw<{ key: string }[]>`
    select key from graphile_worker.jobs where key = ${`quotes:${articleId}`}`;
  expect(await jobs()).toHaveLength(1);
  await check({ articleId });
  await db.$executeRaw`select graphile_worker.remove_job(${`quotes:${articleId}`})`;
  await edit(ada, articleId, (change) => change.insert(endOf(change.doc, 1, 1), schema.text(" More.")));
  expect(await jobs()).toEqual([]);
});

test("people do not look for quotes by hand: that is the worker's", async () => {
  const { articleId } = await quoting("By hand", "by hand");
  expect((await refused(checkQuotes.run(ada, { articleId }))).kind).toBe("forbidden");
});
