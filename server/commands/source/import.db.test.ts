import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { everything } from "@/domain/source/library-question";
import { exported } from "@/server/bibliography/export";
import { formats } from "@/server/bibliography/formats";
import { create } from "@/server/commands/source/create";
import { importNext } from "@/server/commands/source/import";
import { readFile } from "@/server/commands/source/read-file";
import { db } from "@/server/db";
import { bibliography, bibliographyReport } from "@/server/queries/bibliography";
import { articleSources, exportedSources } from "@/server/queries/exported-sources";
import { beginDraft, draftOf, granted, refused } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import type { ArticleId } from "@/domain/ids";

let ada: Somebody;
let cy: Somebody;
let bo: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  cy = await hire("Cy", "editor");
  bo = await hire("Bo", "reviewer");
});

const read = (name: string, text: string, articleId: ArticleId | null = null) =>
  granted(readFile.run(ada, { name, text, format: null, articleId }));
const next = (bibliographyId: string, size = 100) => granted(importNext.run(ada, { bibliographyId, size }));

const links = (from: number, to: number): string =>
  Array.from(
    { length: to - from },
    (_, at) =>
      `@book{k${from + at}, title = {Links, volume ${from + at}}, doi = {10.5555/links.${from + at}}, publisher={P}, file={x.pdf}}`,
  ).join("\n");

test("a file comes in entry by entry, its text is kept, and each field says where it is from", async () => {
  const { bibliographyId, read: whole, failed } = await read("links.bib", `${links(0, 5)}\n@book{open, title={Broken}`);
  expect([whole, failed]).toEqual([5, 1]);
  expect(await db.source.count()).toBe(0);
  expect(await next(bibliographyId)).toMatchObject({ total: 6, added: 5, known: 0, failed: 1, waiting: 0 });
  const source = await db.source.findFirstOrThrow({ where: { title: "Links, volume 3" } });
  expect(source.original).toContain("@book{k3,");
  expect(source.origins).toMatchObject({
    title: { from: "bibtex file links.bib" },
    DOI: { from: "bibtex file links.bib" },
  });
});

test("what did not come in is told with its line and its text", async () => {
  const { bibliographyId } = await read(
    "broken.bib",
    "@book{open, title={Broken}\n@book{fine, title={Fine}, shelf={7}}",
  );
  const report = await bibliographyReport(ada, bibliographyId);
  expect(report?.text).toContain("Line 1 (open): The entry is not closed");
  expect(report?.text).toContain("@book{open, title={Broken}");
  expect(report?.text).toContain("left out shelf");
  expect(await bibliographyReport(cy, bibliographyId)).toBeNull();
});

test("an import that broke off goes on where it was, and the same file twice adds nothing", async () => {
  const before = await db.source.count();
  const first = await read("more.bib", links(100, 130));
  expect(await next(first.bibliographyId, 10)).toMatchObject({ added: 10, waiting: 20 });
  expect(await next(first.bibliographyId, 20)).toMatchObject({ added: 30, waiting: 0 });
  expect(await next(first.bibliographyId, 20)).toMatchObject({ added: 30, waiting: 0 });
  const again = await read("more.bib", links(100, 130));
  expect((await bibliography(ada, again.bibliographyId))?.alreadyThere).toBe(30);
  expect(await next(again.bibliographyId)).toMatchObject({ added: 0, known: 30 });
  expect(await db.source.count()).toBe(before + 30);
});

test("works without an identifier come in once when the file comes twice, and twice in one file once", async () => {
  const text = "@misc{a, title={No identifier}, author={Roe, Sam}}\n@misc{b, title={No identifier}, author={Roe, Sam}}";
  const one = await read("twice.bib", text);
  expect(await next(one.bibliographyId)).toMatchObject({ added: 1, known: 1 });
  const two = await read("twice.bib", text);
  expect(await next(two.bibliographyId)).toMatchObject({ added: 0, known: 2 });
});

test("a source that the library has is used as it stands, and named", async () => {
  const record = { type: "book", title: "Ours, and well kept", DOI: "10.5555/ours" } as const;
  const { sourceId } = await granted(create.run(ada, { record }));
  const { bibliographyId } = await read("theirs.ris", "TY  - BOOK\nTI  - ours\nDO  - 10.5555/OURS\nER  - \n");
  expect(await next(bibliographyId)).toMatchObject({ known: 1, added: 0 });
  expect((await bibliography(ada, bibliographyId))?.duplicates).toMatchObject([
    { sourceId, title: "Ours, and well kept" },
  ]);
  expect((await db.source.findUniqueOrThrow({ where: { id: sourceId } })).title).toBe("Ours, and well kept");
});

test("two who bring the same works at once bring each once", async () => {
  const files = await Promise.all([read("a.bib", links(200, 240)), read("b.bib", links(200, 240))]);
  await Promise.all(files.flatMap(({ bibliographyId }) => [next(bibliographyId, 40), next(bibliographyId, 40)]));
  expect(
    await db.source.count({
      where: { title: { in: Array.from({ length: 40 }, (_, at) => `Links, volume ${200 + at}`) } },
    }),
  ).toBe(40);
});

test("a file that is brought to an article comes onto its list, each work once", async () => {
  const articleId = await beginDraft(ada, "Brings its own");
  const { bibliographyId } = await read("own.bib", `${links(0, 3)}\n${links(300, 303)}\n${links(0, 1)}`, articleId);
  expect(await next(bibliographyId)).toMatchObject({ known: 4, added: 3, waiting: 0 });
  const { references } = (await draftOf(articleId)).manuscript;
  expect(references.map(({ source }) => source?.record.title)).toEqual([
    "Links, volume 0",
    "Links, volume 1",
    "Links, volume 2",
    "Links, volume 300",
    "Links, volume 301",
    "Links, volume 302",
  ]);
  const list = await articleSources(ada, { id: articleId }, "draft");
  expect(list?.records).toHaveLength(6);
  expect(await articleSources(ada, { id: articleId }, "published")).toBeNull();
});

test("only editors bring in, and nobody another's file; what is no bibliography is refused", async () => {
  const input = { name: "x.bib", text: links(0, 1), format: null, articleId: null };
  expect((await refused(readFile.run(bo, input))).kind).toBe("forbidden");
  const { bibliographyId } = await granted(readFile.run(ada, input));
  expect((await refused(importNext.run(cy, { bibliographyId, size: 1 }))).kind).toBe("not-found");
  expect((await refused(readFile.run(ada, { ...input, text: "just words" }))).kind).toBe("invalid");
  expect((await refused(readFile.run(ada, { ...input, text: "", format: "ris" }))).kind).toBe("invalid");
});

test("the library goes out whole and comes back the same", async () => {
  let text = "";
  for await (const piece of exported("biblatex", exportedSources(bo)!)) text += piece;
  const { entries, failures } = formats.biblatex.read(text);
  expect(failures).toEqual([]);
  expect(entries.length).toBe(await db.source.count({ where: { mergedIntoId: null } }));
  expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  const some: string[] = [];
  for await (const record of exportedSources(bo, { ...everything, q: "volume 300" })!) some.push(record.title);
  expect(some).toEqual(["Links, volume 300"]);
});
