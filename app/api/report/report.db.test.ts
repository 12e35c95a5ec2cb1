import "@/server/testing/own-database";
import { beforeAll, expect, test, vi } from "vitest";
import type { ArticleId, TaskId } from "@/domain/ids";
import { systemActor } from "@/domain/access/policy";
import { send } from "@/server/commands/report/send";
import { settle } from "@/server/commands/report/settle";
import { finish } from "@/server/commands/task/finish";
import { db } from "@/server/db";
import { openTasks } from "@/server/queries/tasks";
import { judge } from "@/domain/rules/judge";
import { draftOf, granted, refused } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { writePublished } from "@/server/testing/rounds";
import { POST } from "./route";

let ada: Somebody;
let id: ArticleId;
let reference: string;
beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of the test");
  ada = await hire("Ada", "editor");
  id = await writePublished(ada, await hire("Bo", "reviewer"), "Reported");
  const edition = await db.edition.findFirstOrThrow({ where: { articleId: id } });
  reference = (edition.references as { id: string }[])[0]?.id ?? "";
});

let addresses = 0;
async function post(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const request = new Request("http://localhost/api/report", {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-forwarded-for": `10.0.0.${++addresses}`,
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  });
  const answer = await POST(request);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

const form = (words = "Page 3 says the opposite.") => ({ article: id, edition: "1", reference, words, website: "" });
const tokenIn = (text: string): string => /name="token" value="([^"]*)"/.exec(text)?.[1] ?? "";
const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

/** Sends a form twice, as people do: with the token that the first answer gave, some seconds later. */
async function report(words?: string, headers: Record<string, string> = {}) {
  vi.useFakeTimers({ toFake: ["Date"] });
  const first = await post(form(words), headers);
  later(5);
  const second = await post({ ...form(words), token: tokenIn(first.text) }, headers);
  vi.useRealTimers();
  return { first, second };
}

test("a reader's words come to the article's owner as a task, and are settled there with an answer", async () => {
  const { first, second } = await report("Page 3 says <b>the opposite</b>.");
  expect(first.text).toContain("Page 3 says &lt;b&gt;the opposite&lt;/b&gt;.");
  expect([second.status, second.text.includes("Thank you")]).toEqual([200, true]);
  const [task] = (await openTasks(ada)) ?? [];
  expect(task).toMatchObject({ kind: "reader-report", article: { id } });
  expect(task?.words).toContain("Page 3 says <b>the opposite</b>.");
  const taskId = task?.id as TaskId;
  const warned = async () =>
    judge((await draftOf(id)).manuscript).filter(({ rule }) => rule === "reader/report").length;
  expect(await warned()).toBe(1);
  expect((await refused(finish.run(ada, { taskId }))).kind).toBe("wrong-state");
  expect(await granted(settle.run(ada, { taskId, outcome: "answered", answer: "Corrected." }))).toEqual({ reports: 1 });
  expect(await db.readerReport.findFirst({ where: { articleId: id } })).toMatchObject({
    outcome: "answered",
    settledById: ada.id,
  });
  expect(await warned()).toBe(0);
  expect((await refused(settle.run(ada, { taskId, outcome: "dismissed", answer: "" }))).kind).toBe("wrong-state");
});

test("words of several lines arrive as they were written, whatever a browser makes of the ends of lines", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { text } = await post(form("Page 3 says the opposite.\r\nSo does page 4."));
  const [, shown = ""] = /name="words" value="([^"]*)"/.exec(text) ?? [];
  later(5);
  const { status } = await post({ ...form(shown.replaceAll("\n", "\r\n")), token: tokenIn(text) });
  vi.useRealTimers();
  expect(status).toBe(200);
  const kept = await db.readerReport.findMany({ select: { words: true } });
  expect(kept).toContainEqual({ words: "Page 3 says the opposite.\nSo does page 4." });
});

test("words that were not shown before, too soon, or too late are not taken", async () => {
  const before = await db.readerReport.count();
  vi.useFakeTimers({ toFake: ["Date"] });
  const { text } = await post(form());
  const quick = await post({ ...form(), token: tokenIn(text) });
  expect([quick.status, quick.text.includes("That was very quick.")]).toEqual([422, true]);
  later(5);
  const other = await post({ ...form("Other words."), token: tokenIn(text) });
  expect([other.status, other.text.includes("<blockquote>Other words.")]).toEqual([422, true]);
  expect((await post({ ...form(), token: "0.aaaa" })).status).toBe(422);
  later(2 * 60 * 60);
  expect((await post({ ...form(), token: tokenIn(text) })).status).toBe(422);
  vi.useRealTimers();
  expect(await db.readerReport.count()).toBe(before);
});

test.each([
  ["a program that fills in everything", { website: "https://spam.example" }, 422],
  ["nothing", { words: "   " }, 422],
  ["a novel", { words: "a".repeat(2001) }, 422],
  ["more than a form holds", { words: "a".repeat(20_000) }, 413],
  ["a field that is not in the form", { admin: "true" }, 422],
  ["an article that is none", { article: "x" }, 422],
])("%s is not taken", async (_what, change, status) => {
  const answer = await post({ ...form(), ...change });
  expect(answer.status).toBe(status);
  expect(tokenIn(answer.text)).toBe("");
});

test("a form of another site is not taken", async () => {
  expect((await post(form(), { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" })).status).toBe(
    403,
  );
});

test("a draft that was never published and one that does not exist are answered alike", async () => {
  const asked = { edition: 1, reference: null, words: "Is it there?", address: "somewhere" };
  const draft = await db.article.create({
    data: { id: crypto.randomUUID(), slug: "a-secret", digest: "", ownerId: ada.id ?? "", updatedById: ada.id ?? "" },
  });
  const answers = [draft.id, crypto.randomUUID()].map((articleId) =>
    refused(send.run(systemActor, { ...asked, articleId: articleId as ArticleId })),
  );
  const [one, other] = await Promise.all(answers);
  expect(one).toEqual(other);
  expect(one?.kind).toBe("not-found");
});

test("only so many reports an hour are taken from one place", async () => {
  const from = { "x-forwarded-for": "203.0.113.7" };
  const statuses: number[] = [];
  for (let time = 0; time < 7; time++) statuses.push((await report(`Time ${time}`, from)).second.status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
});

test("nobody of the newsroom sends reports in a reader's name", async () => {
  const asked = { articleId: id, edition: 1, reference: null, words: "I was here.", address: "desk" };
  expect((await refused(send.run(ada, asked))).kind).toBe("forbidden");
});
