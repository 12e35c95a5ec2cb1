import { randomUUID } from "node:crypto";
import { draftOf } from "@/server/testing/drafts";
import type { Colleague } from "./newsroom";

export type ArticleId = Parameters<typeof draftOf>[0];
export { draftOf };

/** Words that no other test uses, so that a title is found and a page has its own address. */
export const unheard = (words: string): string => `${words} ${randomUUID().slice(0, 8)}`;

/** Brings a text in through the command door, as the import screen does. */
export async function bring(editor: Colleague, text: string): Promise<ArticleId> {
  const { articleId } = await editor.send<{ articleId: ArticleId }>("draft.import", { name: null, text });
  return articleId;
}

/** A short article by this person that nothing blocks; what it says rests on one report, cited twice. */
export async function bringClean(editor: Colleague, title: string, said = "Ferries still run."): Promise<ArticleId> {
  const id = await bring(editor, clean(title, editor.name, said));
  const raw = (await draftOf(id)).manuscript.references.filter((reference) => reference.source === null);
  for (const { id: referenceId } of raw)
    await editor.send("reference.create-source", { articleId: id, referenceId, record: reportOn(title) });
  return id;
}

/** A report that is known by an address of its own. */
export const reportOn = (title: string) => ({
  type: "report",
  title: `A report on ${title.toLowerCase()}`,
  author: [{ literal: "Harbour Office" }],
  issued: { "date-parts": [[2024, 5]] },
  URL: `https://harbour.example/${encodeURIComponent(title)}`,
});

/** Takes a clean draft through review to its readers, as the kind of edition that is asked for; answers its path. */
export async function release(
  editor: Colleague,
  reviewer: Colleague,
  id: ArticleId,
  as: { kind: "publish" | "correction"; note: string | null } = { kind: "publish", note: null },
): Promise<string> {
  await editor.send("review.submit", { articleId: id, note: "" });
  await approve(reviewer, id);
  const { article } = await draftOf(id);
  await editor.send("publishing.publish", { articleId: id, digest: article.digest, ...as });
  return `/${article.slug}`;
}

/** Approves every section as it stands. */
export async function approve(reviewer: Colleague, id: ArticleId): Promise<void> {
  const sections = (await draftOf(id)).sections.map(({ id: section, digest }) => ({ section, digest }));
  await reviewer.send("review.approve", { articleId: id, sections });
}

const clean = (title: string, author: string, said: string): string => `# ${title}

By ${author}

${said} The harbour office counts them every spring [1].

## What is counted

The count covers every crossing with passengers [1].

## What is left out

Freight has a count of its own.

## Sources

1. Harbour Office, a report.
`;
