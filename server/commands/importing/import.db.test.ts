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

const paper = `---
title: Tide mills
bibliography: paper.bib
---

# Summary

A mill keeps the flood [@brandt, p. 3] and @lee says so; nobody knows why [@ghost].

![The landing, after @brandt.](landing.png)
`;
const bib = `@book{brandt, author={Brandt, Ilse}, title={The Tide Mills of the North}, publisher={Harbour}, year=1987, isbn={978-3-16-148410-0}}
@article{lee, author={Lee, Ann}, title={On Ponds}, journal={J}, year=2001, doi={10.5555/ponds.1}}
@book{uncited, title={Uncited}, year=2000}`;

test("a paper with its bibliography becomes an article whose citations rest on sources of the library, all at once", async () => {
  const bibliographies = [{ name: "paper.bib", text: bib }];
  const { articleId, ledger } = await granted(importText.run(ada, { name: "paper.md", text: paper, bibliographies }));
  expect(ledger.found).toEqual({ citation: 4, link: 0, label: 2, reference: 2 });
  expect(ledger.held).toEqual({ citation: 1, link: 0, label: 0, reference: 0 });
  expect(ledger.lines).toContainEqual(expect.objectContaining({ what: "bibliography", text: "uncited" }));
  const { manuscript } = await draftOf(articleId);
  expect(manuscript.references.map(({ source }) => source?.record.title)).toEqual([
    "The Tide Mills of the North",
    "On Ponds",
  ]);
  expect(manuscript.document.toString()).toContain("figure(caption(");
});

test("a work that the library has is taken, not doubled; a bibliography that is no text changes nothing", async () => {
  const bibliographies = [{ name: "paper.bib", text: bib }];
  const before = await db.source.count();
  await granted(importText.run(ada, { name: "paper.md", text: paper, bibliographies }));
  expect(await db.source.count()).toBe(before);
  const articles = await db.article.count();
  const broken = [{ name: "paper.bib", text: "@book{a\0}" }];
  expect((await refused(importText.run(ada, { name: "paper.md", text: paper, bibliographies: broken }))).kind).toBe(
    "invalid",
  );
  expect(await db.article.count()).toBe(articles);
});
