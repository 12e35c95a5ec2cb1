import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { FrozenCitations } from "@/domain/citation/formatted";
import type { ArticleId } from "@/domain/ids";
import { format } from "@/server/commands/article/format";
import { restyle } from "@/server/commands/article/restyle";
import { publish } from "@/server/commands/publishing/publish";
import { retract } from "@/server/commands/publishing/retract";
import { setCiting } from "@/server/commands/settings/set-citing";
import { db } from "@/server/db";
import { style as styleXml } from "@/server/testing/door-things";
import { draftOf, granted, refused } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { approveAll, handIn, pageAt, publishing, writeApproved, writeWhole } from "@/server/testing/rounds";
import { add } from "./add";
import { remove } from "./remove";

let ada: Somebody;
let bo: Somebody;
let ann: Somebody;
beforeAll(async () => {
  ada = await hire("Ada Poe", "editor");
  bo = await hire("Bo", "reviewer");
  ann = await hire("Ann", "admin");
});

const restyled = (articleId: ArticleId, style: string | null, locale: string | null = null) =>
  granted(restyle.run(ada, { articleId, style, locale }));

async function latest(articleId: ArticleId) {
  const edition = await db.edition.findFirstOrThrow({ where: { articleId }, orderBy: { number: "desc" } });
  return { ...edition, formatted: FrozenCitations.parse(edition.formatted) };
}

async function pageOf(articleId: ArticleId): Promise<string> {
  const { slug } = (await draftOf(articleId)).article;
  return (await pageAt(`/${slug}`))?.text ?? "";
}

test("an edition keeps its citations as the site's style draws them, and its page shows them", async () => {
  const articleId = await writeApproved(ada, bo, "Ferries of the north");
  await granted(publish.run(ada, await publishing(articleId)));
  const { style, locale, formatted } = await latest(articleId);
  expect([style, locale, formatted.kind]).toEqual(["house", "en-GB", "numeric"]);
  expect(formatted.citations.map(({ runs }) => runs.map(({ text }) => text).join(""))).toEqual(["1", "2"]);
  const page = await pageOf(articleId);
  expect(page).toContain("Citations by");
  expect(page).toContain("Cite this article");
  expect(page).toMatch(/Poe, A\. \(\d{4}, \w+ \d+\)\. Ferries of the north\./);
});

test("an article has a style of its own: authors and years in the text, the list by name, ways back from it", async () => {
  const articleId = await writeApproved(ada, bo, "Bridges of the south");
  await restyled(articleId, "house-author-date");
  await granted(publish.run(ada, await publishing(articleId)));
  expect((await latest(articleId)).style).toBe("house-author-date");
  const page = await pageOf(articleId);
  expect(page).toMatch(/slow <span class="c">\(<a href="#r\d" id="c\da">[^<]+ \d{4}[ab]<\/a>\)/);
  expect(page).toMatch(/cited at <a href="#c1a">a<\/a>/);
});

test("a style of notes has numbers in the text and the notes below it", async () => {
  const articleId = await writeApproved(ada, bo, "Locks of the east");
  await restyled(articleId, "house-notes", "en-GB");
  await granted(publish.run(ada, await publishing(articleId)));
  const page = await pageOf(articleId);
  expect(page).toMatch(/<sup class="c" data-r="fn:2"><a href="#fn:2" id="c\da">2<\/a>/);
  expect(page).toContain('<li id="fn:2">');
});

test("another style is no other text: what was approved stays approved", async () => {
  const articleId = await writeApproved(ada, bo, "Fords of the west");
  const before = (await draftOf(articleId)).article;
  await restyled(articleId, "vancouver", "nl-NL");
  const after = (await draftOf(articleId)).article;
  expect([after.state, after.digest, after.version]).toEqual(["approved", before.digest, before.version + 1]);
});

test("a style that is added can be chosen, cannot be removed while it is used, and can afterwards", async () => {
  const xml = styleXml("titles");
  const { style } = await granted(add.run(ann, { xml }));
  expect((await refused(add.run(ann, { xml }))).kind).toBe("taken");
  const articleId = await writeApproved(ada, bo, "Weirs");
  await restyled(articleId, style);
  await granted(publish.run(ada, await publishing(articleId)));
  const edition = await latest(articleId);
  expect(edition.formatted.citations[0]?.runs.map(({ text }) => text).join("")).toBe("(Ferries of Weirs)");
  expect(await refused(remove.run(ann, { style }))).toMatchObject({ message: expect.stringContaining("“Weirs”") });
  await restyled(articleId, null);
  await granted(remove.run(ann, { style }));
  await granted(retract.run(bo, { articleId, reason: "It was wrong." }));
  expect((await latest(articleId)).formatted).toEqual(edition.formatted);
  expect(await pageOf(articleId)).toContain("Ferries of Weirs</a>)");
  await granted(add.run(ann, { xml }));
});

test("what is no style, or a hostile one, is refused in words and changes nothing", async () => {
  const before = await db.cslStyle.count();
  const ring = styleXml("ring").replace("<citation>", '<macro name="a"><text macro="a"/></macro><citation>');
  const xmls = ["<style/>", "not XML", ring, styleXml("x").replace("<style", '<!DOCTYPE style SYSTEM "x"><style')];
  const said = expect.stringMatching(/^The style cannot be used\. ./);
  for (const xml of xmls)
    expect(await refused(add.run(ann, { xml }))).toMatchObject({ kind: "unusable", message: said });
  expect(await db.cslStyle.count()).toBe(before);
});

test("a style that only points at another is refused, and told of it where that one is here", async () => {
  const pointing = (parent: string) =>
    styleXml("dependent").replace("</info>", `<link rel="independent-parent" href="${parent}"/></info>`);
  const known = await refused(add.run(ann, { xml: pointing("http://www.zotero.org/styles/apa") }));
  expect(known).toMatchObject({ message: expect.stringContaining("“APA, 7th edition”, which is here") });
  const unknown = await refused(add.run(ann, { xml: pointing("urn:elsewhere") }));
  expect(unknown).toMatchObject({ message: expect.stringContaining("urn:elsewhere") });
});

test("a draft whose style has gone bad is not published, and is told why", async () => {
  const articleId = await writeApproved(ada, bo, "Docks");
  const { style } = await granted(add.run(ann, { xml: styleXml("bad") }));
  await restyled(articleId, style);
  await db.cslStyle.update({ where: { id: style }, data: { xml: "<style>" } });
  const refusal = await refused(publish.run(ada, await publishing(articleId)));
  expect(refusal).toMatchObject({ kind: "citing", message: expect.stringContaining("cannot be used") });
  expect(await db.edition.count({ where: { articleId } })).toBe(0);
});

test("the desk shows a draft as its style draws it, from what is kept while nothing of it changes", async () => {
  const articleId = await writeWhole(ada, "Quays");
  await restyled(articleId, "house-author-date", "de-DE");
  const first = await granted(format.run(ada, { articleId }));
  expect(first.title).toBe("House style (author and year)");
  expect(first.citations).toHaveLength(2);
  const kept = await db.formatted.count();
  expect(await granted(format.run(bo, { articleId }))).toEqual(first);
  expect(await db.formatted.count()).toBe(kept);
});

test("the site's style is what articles without one are drawn in from then on, and editions keep theirs", async () => {
  const old = await writeApproved(ada, bo, "Old Town");
  await granted(publish.run(ada, await publishing(old)));
  const before = await pageOf(old);
  await granted(setCiting.run(ann, { style: "house-author-date", locale: "fr-FR" }));
  expect((await refused(setCiting.run(ann, { style: "no such style", locale: "fr-FR" }))).kind).toBe("unknown-style");
  const articleId = await writeWhole(ada, "New Town");
  expect((await granted(format.run(ada, { articleId }))).locale).toBe("fr-FR");
  await handIn(ada, articleId);
  await approveAll(bo, articleId);
  await granted(publish.run(ada, await publishing(articleId)));
  expect((await latest(articleId)).style).toBe("house-author-date");
  expect(await pageOf(old)).toBe(before);
  await granted(setCiting.run(ann, { style: "house", locale: "en-GB" }));
});
