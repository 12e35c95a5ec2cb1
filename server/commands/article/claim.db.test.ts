import "@/server/testing/own-database";
import type { Node } from "prosemirror-model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schema } from "@/domain/document/schema";
import { type ArticleId, ReferenceId } from "@/domain/ids";
import { claimOf, type ClaimFacts } from "@/domain/publishing/claim";
import { publish } from "@/server/commands/publishing/publish";
import { createSource } from "@/server/commands/reference/create-source";
import { approve } from "@/server/commands/review/approve";
import { newId } from "@/server/db/ids";
import { readerPool } from "@/server/db/reader-pool";
import { answerSearch } from "@/server/front/search";
import { citation, draftOf, edit, endOf, granted, refused } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { approvalOf, approveAll, handIn, pageAt, publishing, writeWhole } from "@/server/testing/rounds";
import { report } from "@/server/testing/works";

let ada: Somebody;
let bo: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer", "editor");
});
afterAll(() => readerPool().end());

const claim = (facts: Partial<ClaimFacts>, ...content: Node[]) => schema.nodes.claim.create(facts, content);
const said = schema.text("The ferry never sank.");

/** An article that reviews a claim which cites a source of its own. */
async function reviewing(title: string): Promise<{ id: ArticleId; reference: ReferenceId }> {
  const id = await writeWhole(ada, title);
  const record = report(`A speech about ${title}`, newId());
  const made = await granted(createSource.run(ada, { articleId: id, referenceId: null, record }));
  const reference = ReferenceId.parse(made.referenceId);
  await edit(ada, id, (change) =>
    change.insert(
      endOf(change.doc, 0, 2) + 1,
      claim({ claimant: "Harbour Master", rating: 2 }, said, citation(reference)),
    ),
  );
  return { id, reference };
}
const change = (who: Somebody, id: ArticleId, make: (facts: ClaimFacts, content: Node[]) => Node) =>
  edit(who, id, (step) => {
    const front = step.doc.firstChild;
    const old = front?.lastChild;
    const facts = claimOf(front);
    if (!front || !old || !facts) throw new Error("no claim");
    const end = front.nodeSize - 1;
    const { words: _words, sources: _sources, ...known } = facts;
    step.replaceWith(end - old.nodeSize, end, make(known, [...old.children]));
  });

test("a reviewed claim reaches readers with its verdict, and its source is among the edition's", async () => {
  const { id, reference } = await reviewing("The ferry");
  await handIn(ada, id);
  await approveAll(bo, id);
  const { slug } = await granted(publish.run(ada, await publishing(id)));
  const page = await pageAt(`/${slug}`);
  for (const seen of [
    "The ferry never sank.",
    "Harbour Master",
    "Mostly false",
    '"@type":"ClaimReview"',
    "A speech about",
  ])
    expect(page?.text).toContain(seen);
  const found = await answerSearch("GET", "/search?q=never+sank");
  expect(Buffer.from(found.body ?? []).toString()).toContain(`href="/${slug}"`);
  expect((await pageAt(`/${slug}.md`))?.text).toContain("> The ferry never sank.");
  expect((await pageAt(`/${slug}.json`))?.text).toContain(reference);
});

test("a claim without its source is published by nobody, whatever is approved", async () => {
  const { id } = await reviewing("The unsourced");
  await handIn(ada, id);
  await change(ada, id, (facts) => claim(facts, said));
  await approveAll(bo, id);
  const refusal = await refused(publish.run(ada, await publishing(id)));
  expect(JSON.stringify(refusal)).toContain("claim/unsourced");
});

test("another verdict is another text: its approval falls, and who gave it may not approve it", async () => {
  const { id } = await reviewing("The verdict");
  await handIn(ada, id);
  await approveAll(bo, id);
  await change(bo, id, (facts, content) => claim({ ...facts, rating: 5 }, ...content));
  const { article } = await draftOf(id);
  expect(article.state).toBe("in_review");
  expect(await refused(approve.run(bo, await approvalOf(id, 0)))).toMatchObject({ kind: "forbidden" });
});

test("what is no verdict, no address and no day is no document", async () => {
  const { id } = await reviewing("The impossible");
  for (const wrong of [
    { rating: 6 },
    { rating: 0 },
    { address: "javascript:alert(1)" },
    { day: "yesterday" },
    { kind: "x" },
  ])
    await expect(
      change(ada, id, (facts, content) => schema.nodes.claim.create({ ...facts, ...wrong }, content)),
    ).rejects.toThrow();
});
