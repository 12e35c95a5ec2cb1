import "@/server/testing/own-database";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Step } from "prosemirror-transform";
import { beforeAll, expect, test } from "vitest";
import { readDocument, whyInvalid } from "@/domain/document/read";
import { schema } from "@/domain/document/schema";
import type { ArticleId } from "@/domain/ids";
import { atOneMoment, db } from "@/server/db";
import { readDraft } from "@/server/db/draft";
import { stepsSince } from "@/server/db/steps";
import { beginDraft, draftOf, writeSection } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { writeUntil } from "@/server/testing/writer";

let ada: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
});

/** The text as the log alone tells it, from the first revision of nothing on. */
async function replayed(articleId: ArticleId, from: { document: unknown; stepCount: number }) {
  const document = readDocument(from.document);
  if (!document.ok) throw new Error(document.error.why);
  const batches = await db.$transaction((tx) => stepsSince(tx, articleId, from.stepCount));
  return batches
    .flatMap(({ steps }) => steps)
    .reduce((text, step) => Step.fromJSON(schema, step).apply(text).doc ?? text, document.value);
}

async function startOf(articleId: ArticleId) {
  const { article, manuscript } = await draftOf(articleId);
  return { document: manuscript.document.toJSON() as unknown, stepCount: article.stepCount };
}

test("fifty people write in one article at once: every acknowledged word is there, in order, in a whole text", async () => {
  const articleId = await beginDraft(ada, "Fifty");
  await writeSection(ada, articleId, "Second", "It begins");
  const start = await startOf(articleId);
  const people = await Promise.all(Array.from({ length: 50 }, (_, n) => hire(`Writer ${n}`, "editor")));
  const written = await Promise.all(people.map((person, n) => writeUntil(person, articleId, `p${n}`, 2)));

  const { article, manuscript } = await draftOf(articleId);
  const text = manuscript.document.textContent;
  for (const words of written) {
    expect(words).toHaveLength(2);
    const places = words.map((word) => text.indexOf(word));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
  expect(whyInvalid(manuscript.document)).toBeNull();
  expect(article.stepCount).toBe(start.stepCount + 100);
  expect((await replayed(articleId, start)).eq(manuscript.document)).toBe(true);
  const batches = await db.stepBatch.findMany({ where: { articleId }, orderBy: { version: "asc" } });
  expect(batches.map(({ version }) => version)).toEqual(batches.map((_, n) => n + 1));
  const edits = await db.event.count({ where: { articleId, type: "article.edited" } });
  expect(edits).toBe(batches.length - 1);
}, 120_000);

test("a server that is killed in the middle of saving loses no word that it said yes to", async () => {
  const articleId = await beginDraft(ada, "Killed");
  const start = await startOf(articleId);
  const writers = Array.from({ length: 3 }, (_, n) => startWriter(articleId, `k${n}`));
  const told = writers.map((writer) => acknowledgedBy(writer));
  const closed = writers.map((writer) => once(writer, "close"));
  try {
    await Promise.all(told.map(({ enough }) => enough));
  } finally {
    for (const writer of writers) writer.kill("SIGKILL");
  }
  await Promise.all(closed);

  const { manuscript } = await draftOf(articleId);
  const words = told.flatMap((one) => one.words);
  expect(words.length).toBeGreaterThanOrEqual(15);
  const text = manuscript.document.textContent;
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
  expect((await replayed(articleId, start)).eq(manuscript.document)).toBe(true);
  expect(whyInvalid(manuscript.document)).toBeNull();
  // The article is not stuck on a lock of the dead: the next word is saved.
  expect(await writeUntil(ada, articleId, "after", 1)).toEqual(["[after.0]"]);
}, 120_000);

test("what is read at one moment stays of that moment, whatever is saved meanwhile", async () => {
  const articleId = await beginDraft(ada, "Moving");
  const read = await atOneMoment(async (tx) => {
    const before = await readDraft(tx, articleId);
    await writeUntil(ada, articleId, "meanwhile", 1);
    return { before, after: await readDraft(tx, articleId) };
  });
  expect(read.after?.article).toEqual(read.before?.article);
  expect(read.after?.sections).toEqual(read.before?.sections);
  expect((await draftOf(articleId)).manuscript.document.textContent).toContain("[meanwhile.0]");
});

/** A process of its own that writes until it is killed and prints each word that was acknowledged. */
function startWriter(articleId: ArticleId, name: string): ChildProcess {
  const argv = ["--import", "tsx", "server/testing/writer-process.ts", articleId, ada.id, name];
  return spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
}

function acknowledgedBy(writer: ChildProcess): { words: string[]; enough: Promise<void> } {
  const words: string[] = [];
  const enough = new Promise<void>((resolve, reject) => {
    if (!writer.stdout) return reject(new Error("a writer prints"));
    createInterface({ input: writer.stdout }).on("line", (word) => {
      words.push(word);
      if (words.length === 5) resolve();
    });
    writer.once("exit", (code) => reject(new Error(`a writer ended by itself with ${code}`)));
  });
  return { words, enough };
}
