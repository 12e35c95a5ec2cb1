import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { importText } from "@/server/commands/importing/import";
import { db } from "@/server/db";
import { draftOf, granted, refused } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";

let ada: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
});

const pasted = `# How links rot

By Ada Example

Half of all links are dead after ten years [1], and nobody notices [citation needed].

## What follows

Courts cite pages that are gone [7]. See [INTERNAL_LINK:what-to-do].

## Sources

1. Zittrain, Albert and Lessig, Perma, 2014
2. Various sources
`;

test("a pasted draft becomes an article that holds every hole of it", async () => {
  const { articleId, slug, ledger } = await granted(importText.run(ada, { name: null, text: pasted }));
  expect(slug).toBe("how-links-rot");
  expect(ledger.found).toEqual({ citation: 3, link: 1, label: 2, reference: 2 });
  const { article, manuscript } = await draftOf(articleId);
  expect(article).toMatchObject({ title: "How links rot", state: "writing", version: 1 });
  expect(article.openBlockers).toBeGreaterThanOrEqual(5);
  expect(manuscript.references.map(({ original }) => original)).toEqual([
    expect.stringContaining("Perma"),
    expect.stringContaining("Various sources"),
  ]);
});

test("the text that was pasted is kept whole, with its ledger and a revision to go back to", async () => {
  const { articleId } = await granted(importText.run(ada, { name: "links.md", text: pasted }));
  const kept = await db.import.findFirstOrThrow({ where: { articleId } });
  expect([kept.name, kept.text]).toEqual(["links.md", pasted]);
  expect(kept.ledger).toMatchObject({ found: { citation: 3 } });
  const { kind, document } = await db.revision.findFirstOrThrow({ where: { articleId } });
  expect({ kind, document }).toEqual({
    kind: "imported",
    document: (await draftOf(articleId)).manuscript.document.toJSON(),
  });
});

test("what is no text makes no article", async () => {
  const before = await db.article.count();
  expect((await refused(importText.run(ada, { name: null, text: " \n" }))).kind).toBe("invalid");
  expect((await refused(importText.run(ada, { name: null, text: "a\0b" }))).kind).toBe("invalid");
  expect((await refused(importText.run(ada, { name: null, text: "ä".repeat(2_700_000) }))).kind).toBe("too-large");
  const reviewer = await hire("Rea", "reviewer");
  expect((await refused(importText.run(reviewer, { name: null, text: pasted }))).kind).toBe("forbidden");
  expect(await db.article.count()).toBe(before);
});

test("a long draft with hundreds of sources is taken in at once", async () => {
  const sections = Array.from({ length: 150 }, (_, n) => `## Part ${n}\n\nA claim stands here [${n + 1}], and more.\n`);
  const lines = Array.from({ length: 150 }, (_, n) => `${n + 1}. Author ${n}, A work called ${n}, 2014\n`);
  const text = `# A long one\n\n${sections.join("\n")}\n## References\n\n${lines.join("")}`;
  const { articleId, ledger } = await granted(importText.run(ada, { name: null, text }));
  expect(ledger.resolved).toMatchObject({ citation: 150 });
  expect((await draftOf(articleId)).manuscript.references).toHaveLength(150);
});
