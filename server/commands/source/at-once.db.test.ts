import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { partsOf } from "@/domain/document/parts";
import type { ArticleId, SourceId } from "@/domain/ids";
import { articleDigestText, sectionDigestText } from "@/domain/publishing/digest";
import { rulesVersion } from "@/domain/rules";
import { add } from "@/server/commands/reference/add";
import { createSource } from "@/server/commands/reference/create-source";
import { create } from "@/server/commands/source/create";
import { edit } from "@/server/commands/source/edit";
import { merge } from "@/server/commands/source/merge";
import { db } from "@/server/db";
import { sha256 } from "@/server/db/digest";
import { beginDraft, draftOf, granted, writeSection } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { writeUntil } from "@/server/testing/writer";
import { report } from "@/server/testing/works";

let ada: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
});

/** What the digests of an article would be if they were made now, beside those that are stored. */
async function digests(articleId: ArticleId) {
  const { article, sections, manuscript } = await draftOf(articleId);
  const parts = partsOf(manuscript.document).map((part) => ({
    id: part.id,
    digest: sha256(sectionDigestText(part, manuscript, rulesVersion)),
  }));
  return {
    stored: { article: article.digest, sections: sections.map(({ digest }) => digest) },
    made: { article: sha256(articleDigestText(parts, rulesVersion)), sections: parts.map(({ digest }) => digest) },
  };
}

/** Edits a source again and again, each time on the version that stands. */
async function editOften(sourceId: SourceId, path: string, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    const { version } = await db.source.findUniqueOrThrow({ where: { id: sourceId } });
    await granted(edit.run(ada, { sourceId, version, record: report(`${path}, printing ${n + 1}`, path) }));
  }
}

test("while a source is edited, others cite it and write: every digest is of the text and the record that stand", async () => {
  const shared = await granted(create.run(ada, { record: report("shared", "shared") }));
  const { sourceId } = shared;
  const articles: ArticleId[] = [];
  for (let n = 0; n < 5; n++) {
    const articleId = await beginDraft(ada, `Shares ${n}`);
    if (n < 3) {
      const { referenceId } = await granted(add.run(ada, { articleId, sourceId }));
      await writeSection(ada, articleId, "Claim", "Links rot", referenceId);
    }
    articles.push(articleId);
  }
  await Promise.all([
    editOften(sourceId, "shared", 4),
    ...articles.map((articleId) =>
      add.run(ada, { articleId, sourceId }).then((answer) => expect(answer.ok).toBe(true)),
    ),
    ...articles.map((articleId, n) => writeUntil(ada, articleId, `w${n}`, 3)),
  ]);
  for (const articleId of articles) {
    const { stored, made } = await digests(articleId);
    expect(stored).toEqual(made);
    const { references } = (await draftOf(articleId)).manuscript;
    expect(references.map(({ source }) => source?.record.title)).toEqual(["shared, printing 4"]);
  }
}, 60_000);

test("two people who merge and cite at the same moment leave no article on the source that went", async () => {
  const keep = await granted(create.run(ada, { record: report("keep", "keep") }));
  const drop = await granted(create.run(ada, { record: report("drop", "drop") }));
  const articles: ArticleId[] = [];
  for (let n = 0; n < 4; n++) articles.push(await beginDraft(ada, `Merging ${n}`));
  const described: ArticleId[] = [];
  for (let n = 0; n < 4; n++) described.push(await beginDraft(ada, `Described ${n}`));
  await Promise.all([
    granted(merge.run(ada, { keep: keep.sourceId, drop: drop.sourceId, version: 0 })),
    ...articles.map((articleId) => granted(add.run(ada, { articleId, sourceId: drop.sourceId }))),
    ...described.map((articleId) =>
      granted(createSource.run(ada, { articleId, referenceId: null, record: report("drop", "drop") })),
    ),
  ]);
  expect(await db.reference.count({ where: { sourceId: drop.sourceId } })).toBe(0);
  for (const articleId of [...articles, ...described])
    expect((await draftOf(articleId)).manuscript.references.map(({ source }) => source?.id)).toEqual([keep.sourceId]);
}, 60_000);
