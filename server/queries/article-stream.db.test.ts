import "@/server/testing/own-database";
import { Transform } from "prosemirror-transform";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { schema } from "@/domain/document/schema";
import { systemActor } from "@/domain/access/policy";
import { ArticleId } from "@/domain/ids";
import { recount } from "@/server/commands/article/recount";
import { saveSteps } from "@/server/commands/article/save-steps";
import { open } from "@/server/commands/thread/open";
import { db } from "@/server/db";
import { articleStream, type StreamMessage } from "@/server/queries/article-stream";
import { beginDraft, draftOf, endOf, granted, refused, writeSection } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";

let ada: Somebody;
let bo: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer");
});

/** How long news may take on a machine that is busy with other things, in milliseconds. */
const patience = 5_000;

const following: (() => void)[] = [];
afterEach(() => {
  for (const stop of following.splice(0)) stop();
});

/** Follows an article and keeps what it is told. */
async function follow(person: Somebody, articleId: ArticleId, since: number) {
  const messages: StreamMessage[] = [];
  const tell = (message: StreamMessage) => void messages.push(message);
  const fail = (error: unknown) => {
    throw error;
  };
  const stop = await articleStream(person, { id: person.id, name: person.name }, { articleId, since }, { tell, fail });
  if (!stop) throw new Error("the article can be seen");
  following.push(stop);
  return {
    stop,
    steps: () => messages.flatMap((one) => (one.kind === "steps" ? one.steps : [])),
    reached: () => messages.flatMap((one) => (one.kind === "steps" ? [one.stepCount] : [])).at(-1) ?? since,
    versions: () => messages.flatMap((one) => (one.kind === "article" ? [one.version] : [])),
    begun: () => messages.flatMap((one) => (one.kind === "begun" ? [one.version] : [])),
    people: () => messages.flatMap((one) => (one.kind === "people" ? [one.people.map(({ name }) => name)] : [])).at(-1),
  };
}

/** Types one word after the other, each saved by itself. */
async function type(articleId: ArticleId, words: string[]) {
  for (const word of words) {
    const { article, manuscript } = await draftOf(articleId);
    const change = new Transform(manuscript.document).insert(endOf(manuscript.document, 1, 1), schema.text(word));
    const steps = change.steps.map((step): Record<string, unknown> => step.toJSON());
    await granted(saveSteps.run(ada, { articleId, stepCount: article.stepCount, steps, clientId: "ada-1" }));
  }
}

const words = (count: number) => Array.from({ length: count }, (_, n) => ` w${n}`);
const typedIn = (steps: Record<string, unknown>[]) => steps.map((step) => JSON.stringify(step).match(/ w\d+/)?.[0]);

test("who opens an article gets what was missed, and then every batch as it comes, each once and in order", async () => {
  const articleId = await beginDraft(ada, "Followed");
  const { stepCount } = (await draftOf(articleId)).article;
  await type(articleId, words(3));
  const opening = type(articleId, words(20).slice(3));
  const follower = await follow(bo, articleId, stepCount);
  await opening;
  await vi.waitFor(() => expect(follower.reached()).toBe(stepCount + 20), patience);
  expect(typedIn(follower.steps())).toEqual(words(20));
});

test("a lost connection to the database leaves no batch out", async () => {
  const articleId = await beginDraft(ada, "Interrupted");
  const { stepCount } = (await draftOf(articleId)).article;
  const follower = await follow(bo, articleId, stepCount);
  await type(articleId, words(2));
  await db.$queryRaw`select pg_terminate_backend(pid)::text from pg_stat_activity
    where application_name = 'imprimatur listen' and datname = current_database()`;
  await type(articleId, words(6).slice(2));
  await vi.waitFor(() => expect(follower.reached()).toBe(stepCount + 6), patience);
  expect(typedIn(follower.steps())).toEqual(words(6));
});

test("what is not text is told as a new version, so that the desk looks again", async () => {
  const articleId = await beginDraft(ada, "Told");
  const sectionId = await writeSection(ada, articleId, "Claim", "Links rot");
  const { article } = await draftOf(articleId);
  const follower = await follow(ada, articleId, article.stepCount);
  const anchor = { exact: "rot", prefix: "", suffix: "" };
  const { version } = await granted(open.run(bo, { articleId, sectionId, anchor, body: "?" }));
  await vi.waitFor(() => expect(follower.versions()).toContain(version), patience);
  await type(articleId, words(1));
  await vi.waitFor(() => expect(follower.steps()).toHaveLength(1), patience);
  expect(follower.versions()).toEqual([version]);
});

test("a stream says at which version it begins, so that a desk read before a command knows that it missed it", async () => {
  const articleId = await beginDraft(ada, "Opened just then");
  const sectionId = await writeSection(ada, articleId, "Claim", "Links rot");
  const { article: shown } = await draftOf(articleId);
  const anchor = { exact: "rot", prefix: "", suffix: "" };
  const { version } = await granted(open.run(bo, { articleId, sectionId, anchor, body: "?" }));
  const follower = await follow(ada, articleId, shown.stepCount);
  expect(version).toBeGreaterThan(shown.version);
  expect(follower.begun()).toEqual([version]);
  expect(follower.versions()).toEqual([]);
});

test("what became known of a source is told to whoever has an article open that may rest on it", async () => {
  const articleId = await beginDraft(ada, "Looked up meanwhile");
  const { article } = await draftOf(articleId);
  const follower = await follow(ada, articleId, article.stepCount);
  await granted(recount.run(systemActor, { articleId }));
  await vi.waitFor(() => expect(follower.versions()).toEqual([article.version + 1]), patience);
});

test("people see who else has the article open, whatever process serves them", async () => {
  const articleId = await beginDraft(ada, "Present");
  const first = await follow(ada, articleId, 0);
  const second = await follow(bo, articleId, 0);
  await vi.waitFor(() => expect(first.people()).toEqual(["Ada", "Bo"]), patience);
  expect(second.people()).toEqual(["Ada", "Bo"]);
  const elsewhere = { process: "another", article: articleId, people: [{ id: "x", name: "Cy" }], asking: false };
  await db.$executeRaw`select pg_notify('imprimatur_people', ${JSON.stringify(elsewhere)})`;
  await vi.waitFor(() => expect(first.people()).toEqual(["Ada", "Bo", "Cy"]), patience);
  second.stop();
  await vi.waitFor(() => expect(first.people()).toEqual(["Ada", "Cy"]), patience);
});

test("nobody follows an article that is not there", async () => {
  const nowhere = ArticleId.parse("01890000-0000-7000-8000-00000000dead");
  const ears = { tell: () => undefined, fail: () => undefined };
  const me = { id: ada.id, name: ada.name };
  expect(await articleStream(ada, me, { articleId: nowhere, since: 0 }, ears)).toBeNull();
  const since = { articleId: nowhere, stepCount: 0, steps: [{}], clientId: "a" };
  expect((await refused(saveSteps.run(ada, since))).kind).toBe("not-found");
});
