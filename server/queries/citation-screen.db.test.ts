import "@/server/testing/own-database";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import { itemOf } from "@/domain/citation/item";
import { citationsOf } from "@/domain/document/inlines";
import type { ArticleId, SourceId } from "@/domain/ids";
import { checkQuotes } from "@/server/commands/citation/check-quotes";
import { dispute } from "@/server/commands/citation/dispute";
import { verify } from "@/server/commands/citation/verify";
import { edit, granted } from "@/server/testing/drafts";
import { keepCopy, sourcesOf } from "@/server/testing/known-sources";
import { hire, type Somebody } from "@/server/testing/people";
import { writeWhole } from "@/server/testing/rounds";
import { articleList } from "./article-list";
import { citationScreen, type CitationView } from "./citation-screen";
import { keptPassages } from "./kept-passages";
import { workspace } from "./workspace";

let ada: Somebody;
let bo: Somebody;
let articleId: ArticleId;
let sources: SourceId[];
beforeAll(async () => {
  [ada, bo] = [await hire("Ada", "editor"), await hire("Bo", "reviewer")];
});
let count = 0;
beforeEach(async () => {
  articleId = await writeWhole(ada, `Under the eye ${(count += 1)}`);
  sources = await sourcesOf(articleId);
});

const screen = async (view: CitationView = "all", who = bo) => {
  const shown = await citationScreen(who, articleId, { view });
  if (!shown) throw new Error("there is no such article");
  return shown;
};
const source = (at: number) => {
  const id = sources[at];
  if (!id) throw new Error(`there is no source ${at}`);
  return id;
};
const seen = async (at: number) => {
  const row = (await screen()).citations[at];
  if (!row) throw new Error(`there is no citation ${at}`);
  const { citation, position, digest } = row;
  return { citation, position, digest };
};
/** Gives the citation at a place a quote. */
const quoting = (place: number, quote: string) =>
  edit(ada, articleId, (change) => {
    const citation = citationsOf(change.doc)[place];
    const reference = citation?.items[0]?.reference ?? null;
    if (citation) change.setNodeAttribute(citation.at, "items", [{ ...itemOf(reference), quote }]);
  });
const look = () => granted(checkQuotes.run(systemActor, { articleId }));

test("a quote is shown where it stands in the kept text, with the words around it", async () => {
  await quoting(0, "ferries are slow");
  await keepCopy(source(0), "It is known — 𝄞 — that ferries are slow, and that bridges are not.");
  await look();
  expect((await screen()).citations[0]).toMatchObject({
    sentence: "Ferries are slow.",
    quote: "ferries are slow",
    passage: {
      kind: "found",
      verdict: "exact",
      excerpt: {
        before: expect.stringMatching(/that $/),
        exact: "ferries are slow",
        after: ", and that bridges are not.",
      },
      older: false,
    },
  });
});

test("an altered quote is shown with the source's words, and listed by itself", async () => {
  await quoting(0, "ferries are slow");
  await keepCopy(source(0), "The office says that ferries are not slow.");
  await look();
  const { citations, counts } = await screen("altered");
  expect(citations).toMatchObject([{ passage: { kind: "found", verdict: "altered" } }]);
  expect(citations[0]?.passage).toHaveProperty("diff", expect.arrayContaining([{ kind: "source", text: "not" }]));
  expect(counts).toEqual({ all: 2, unverified: 2, altered: 1, disputed: 0 });
});

test("without a quote the likely passage is shown, or how the text begins, or why there is none", async () => {
  await keepCopy(source(0), `${"Nothing of note. ".repeat(40)}All ferries here are slow boats.`);
  await keepCopy(source(1), null);
  const [first, second] = (await screen()).citations;
  expect(first?.passage).toMatchObject({ kind: "likely", excerpt: { exact: expect.stringContaining("ferries") } });
  expect(second).toMatchObject({ passage: null, copy: { unreadable: true } });
  await keepCopy(source(1), "Nothing of note.");
  expect((await screen()).citations[1]?.passage).toMatchObject({
    kind: "opening",
    excerpt: { after: "Nothing of note." },
  });
});

test("what a newer copy has is not shown as searched before it was", async () => {
  await quoting(0, "ferries are slow");
  await keepCopy(source(0), "Ferries are slow.");
  await look();
  await keepCopy(source(0), "Ferries are quick.");
  expect((await screen()).citations[0]?.passage).toMatchObject({ older: true });
});

test("the views, the list and the workspace say the same of what is verified and disputed", async () => {
  await granted(verify.run(bo, { articleId, citations: [await seen(0)] }));
  await granted(dispute.run(bo, { articleId, ...(await seen(1)), note: "It says bridges are quick." }));
  expect((await screen("disputed")).citations).toMatchObject([{ standing: { state: "disputed", word: { by: "Bo" } } }]);
  expect((await screen("unverified")).citations).toEqual([]);
  expect((await screen()).coverage).toEqual({ verified: 1, cited: 1, held: 0 });
  const listed = (await articleList(ada))?.articles.find(({ id }) => id === articleId);
  expect(listed?.coverage).toEqual({ verified: 1, cited: 1, held: 0 });
  expect((await workspace(ada, articleId))?.verifications.map(({ standing }) => standing.state)).toEqual([
    "verified",
    "disputed",
  ]);
});

test("who wrote the section is offered no verdict, and who may not read sees nothing", async () => {
  expect((await screen("all", ada)).citations.map(({ mayVerify }) => mayVerify)).toEqual([false, false]);
  expect((await screen()).citations.map(({ mayVerify }) => mayVerify)).toEqual([true, true]);
  expect(await citationScreen({ ...bo, roles: [] }, articleId)).toBeNull();
});

test("words are looked for in the newest kept text", async () => {
  expect(await keptPassages(bo, source(0), "ferries")).toBeNull();
  await keepCopy(source(0), "The FERRIES here are slow.");
  expect(await keptPassages(bo, source(0), "ferries here")).toMatchObject({
    passages: [{ before: "The ", exact: "FERRIES here", after: " are slow." }],
  });
  expect((await keptPassages(bo, source(0), "trams"))?.passages).toEqual([]);
  expect(await keptPassages({ ...bo, roles: [] }, source(0), "ferries")).toBeNull();
});
