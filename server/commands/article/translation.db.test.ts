import "@/server/testing/own-database";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import { citationsOf } from "@/domain/document/inlines";
import { partsOf } from "@/domain/document/parts";
import { schema } from "@/domain/document/schema";
import type { ArticleId } from "@/domain/ids";
import { bake } from "@/server/commands/publishing/bake";
import { publish } from "@/server/commands/publishing/publish";
import { retract } from "@/server/commands/publishing/retract";
import { db } from "@/server/db";
import { readerPool } from "@/server/db/reader-pool";
import { answerSearch } from "@/server/front/search";
import { workspace } from "@/server/queries/workspace";
import { beginDraft, draftOf, edit, granted, refused } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { approveAll, handIn, pageAt, publishing, writePublished } from "@/server/testing/rounds";
import { beginTranslation } from "./begin-translation";
import { catchUp } from "./catch-up";
import { restyle } from "./restyle";
import { translate } from "./translate";

let ada: Somebody;
let bo: Somebody;
let tom: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  tom = await hire("Tom", "editor");
  bo = await hire("Bo", "reviewer");
});
afterAll(() => readerPool().end());

const slugOf = async (id: ArticleId) => (await draftOf(id)).article.slug;
const languages = async (id: ArticleId) => (await workspace(ada, id))?.languages;
async function release(id: ArticleId): Promise<void> {
  await handIn(ada, id);
  await approveAll(bo, id);
  await granted(publish.run(ada, await publishing(id)));
  await granted(bake.run(systemActor, { articleId: id }));
}
/** hreflang and path of every alternate in a page's head. */
const alternates = (text: string) =>
  [...text.matchAll(/<link rel="alternate" hrefLang="([^"]+)" href="([^"]+)"/gi)].map(([, tag, href]) => [tag, href]);

let mill: ArticleId;
let muehle: ArticleId;
test("a translation begins with the published text, every citation on a list of its own", async () => {
  mill = await writePublished(ada, bo, "The mill");
  const begun = await granted(beginTranslation.run(tom, { ofId: mill, locale: "de-DE" }));
  muehle = begun.articleId;
  expect(begun.slug).toBe("the-mill-de");
  const [from, to] = [await draftOf(mill), await draftOf(muehle)];
  expect(to.manuscript.document.textContent).toBe(from.manuscript.document.textContent);
  const ids = (draft: typeof from) => [
    ...partsOf(draft.manuscript.document).map(({ id }) => id as string),
    ...citationsOf(draft.manuscript.document).map(({ id }) => id as string),
    ...draft.manuscript.references.map(({ id }) => id as string),
  ];
  expect(ids(to)).toHaveLength(ids(from).length);
  expect(ids(to).filter((id) => ids(from).includes(id))).toEqual([]);
  expect(to.manuscript.references.map(({ source }) => source?.id)).toEqual(
    from.manuscript.references.map(({ source }) => source?.id),
  );
  expect(to.article).toMatchObject({ locale: "de-DE", ownerId: tom.id, state: "writing", openBlockers: 0 });
  expect(await refused(beginTranslation.run(tom, { ofId: mill, locale: "de-DE" }))).toMatchObject({ kind: "taken" });
  expect(await refused(beginTranslation.run(tom, { ofId: muehle, locale: "de-DE" }))).toMatchObject({ kind: "taken" });
});

test("readers find each language from the other once both are published, by head, page and sitemap, the original for all others", async () => {
  const before = await pageAt("/the-mill");
  expect([alternates(before?.text ?? ""), before?.text.includes("Deutsch")]).toEqual([[], false]);
  await release(muehle);
  const told = [
    ["en", "/the-mill"],
    ["de-DE", "/the-mill-de"],
    ["x-default", "/the-mill"],
  ];
  for (const path of ["/the-mill", "/the-mill-de"]) expect(alternates((await pageAt(path))?.text ?? "")).toEqual(told);
  expect((await pageAt("/the-mill"))?.text).toMatch(/Also in<\/span><span><a href="\/the-mill-de"[^>]*>Deutsch/);
  expect((await pageAt("/the-mill-de"))?.text).toMatch(/English<\/a> \(the original\)/);
  const part = await db.page.findUniqueOrThrow({ where: { path: "/sitemap-1.xml.gz" } });
  const links = [
    ...gunzipSync(part.body)
      .toString()
      .matchAll(/<xhtml:link rel="alternate" hreflang="([^"]+)"/g),
  ];
  expect(links.map(([, tag]) => tag)).toEqual(["en", "de-DE", "x-default", "en", "de-DE", "x-default"]);
});

test("by language an article is listed, followed and searched", async () => {
  for (const path of ["/languages/de", "/languages/de/feed.xml", "/languages/de/feed.json"]) {
    const text = (await pageAt(path))?.text ?? "";
    expect([path, text.includes("the-mill-de"), /the-mill["<]/.test(text)]).toEqual([path, true, false]);
  }
  const searched = async (lang: string) =>
    Buffer.from((await answerSearch("GET", `/search?q=ferries&lang=${lang}`)).body ?? []).toString();
  expect(await searched("de")).toContain('href="/the-mill-de"');
  expect(await searched("en")).not.toContain('href="/the-mill-de"');
});

test("the desk is told which edition was translated, that the original has moved on, and that the translation followed", async () => {
  expect((await languages(muehle))?.of).toMatchObject({ id: mill, edition: 1, ofEdition: 1, changes: null });
  await edit(ada, mill, (change) => change.insert(2, schema.text("Once more: ")));
  await release(mill);
  expect((await languages(muehle))?.of).toMatchObject({
    edition: 2,
    ofEdition: 1,
    changes: "/the-mill/editions/2/changes",
  });
  expect((await languages(mill))?.others).toMatchObject([{ id: muehle, edition: 1, isOriginal: false, ofEdition: 1 }]);
  expect(await refused(catchUp.run(ada, { articleId: muehle, edition: 1 }))).toMatchObject({ kind: "stale" });
  await granted(catchUp.run(ada, { articleId: muehle, edition: 2 }));
  expect((await languages(muehle))?.of).toMatchObject({ edition: 2, ofEdition: 2 });
  expect(await refused(restyle.run(ada, { articleId: mill, style: null, locale: "de-DE" }))).toMatchObject({
    kind: "taken",
  });
  expect(await refused(catchUp.run(ada, { articleId: mill, edition: 2 }))).toMatchObject({ kind: "wrong-state" });
});

test("a retracted original is named by no translation, and its readers are sent to what stands", async () => {
  const bridge = await writePublished(ada, bo, "The bridge");
  const { articleId: pont } = await granted(beginTranslation.run(ada, { ofId: bridge, locale: "fr-FR" }));
  await release(pont);
  expect(alternates((await pageAt("/the-bridge-fr"))?.text ?? "")).toHaveLength(3);
  await granted(retract.run(bo, { articleId: bridge, reason: "Wrong." }));
  await granted(bake.run(systemActor, { articleId: bridge }));
  for (const path of ["/the-bridge", "/the-bridge-fr"])
    expect(alternates((await pageAt(path))?.text ?? "")).toEqual([]);
  expect((await pageAt("/the-bridge-fr"))?.text).not.toContain("Also in");
});

test("two articles that are here are linked and taken apart again; an original is no translation of its translation", async () => {
  const [one, two] = [await writePublished(ada, bo, "The lamp"), await writePublished(ada, bo, "Die Lampe")];
  expect(await refused(translate.run(ada, { articleId: two, otherId: one }))).toMatchObject({ kind: "invalid" });
  await granted(restyle.run(ada, { articleId: two, style: null, locale: "de-DE" }));
  await granted(translate.run(ada, { articleId: two, otherId: one }));
  await granted(bake.run(systemActor, { articleId: two }));
  expect(alternates((await pageAt("/the-lamp"))?.text ?? "")).toHaveLength(3);
  expect(await refused(translate.run(ada, { articleId: one, otherId: two }))).toMatchObject({ kind: "invalid" });
  await granted(translate.run(ada, { articleId: two, otherId: null }));
  for (const articleId of [one, two]) await granted(bake.run(systemActor, { articleId }));
  for (const path of ["/the-lamp", "/die-lampe"]) expect(alternates((await pageAt(path))?.text ?? "")).toEqual([]);
  expect(await languages(one)).toMatchObject({ of: null, others: [] });
  expect(await slugOf(two)).toBe("die-lampe");
});

test("of two who begin the same translation at once one is told that there is one, and a draft can be translated too", async () => {
  const draft = await beginDraft(ada, "Only a draft");
  const begin = () => beginTranslation.run(ada, { ofId: draft, locale: "nl-NL" });
  const answers = await Promise.all([begin(), begin()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const [line] = (await languages(draft))?.others ?? [];
  expect(line).toMatchObject({ locale: "nl-NL", edition: null, ofEdition: null });
});
