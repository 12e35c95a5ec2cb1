import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { GET as searchArticles } from "@/app/api/articles/route";
import { GET as searchSources } from "@/app/api/articles/[articleId]/sources/route";
import { GET } from "@/app/api/articles/[articleId]/stream/route";
import { POST as readPasted } from "@/app/api/sources/read/route";
import { schema } from "@/domain/document/schema";
import { beginDraft, draftOf, edit, endOf } from "@/server/testing/drafts";
import { cookieOf } from "@/server/testing/door-world";
import { hire, type Somebody } from "@/server/testing/people";

let ada: Somebody;
beforeAll(async () => {
  process.env["NEXTAUTH_SECRET"] = "only for tests: nobody signs in with this anywhere else";
  ada = await hire("Ada", "editor");
});

const at = (path: string) => `http://desk.example.org${path}`;

async function stream(articleId: string, since: string, cookie: string, signal?: AbortSignal) {
  const headers = { cookie, accept: "text/event-stream" };
  const request = new Request(at(`/api/articles/${articleId}/stream?since=${since}`), {
    headers,
    ...(signal ? { signal } : {}),
  });
  return GET(request, { params: Promise.resolve({ articleId }) });
}

/** Reads a stream until what has come contains the words. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, words: string): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  while (!text.includes(words)) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the stream ended before ${words}: ${text}`);
    text += decoder.decode(value);
  }
  return text;
}

test("an editor's stream brings who is there, what was missed and what comes, until the browser goes", async () => {
  const articleId = await beginDraft(ada, "Streamed");
  const gone = new AbortController();
  const response = await stream(articleId, "0", await cookieOf(ada), gone.signal);
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(response.headers.get("cache-control")).toContain("no-transform");
  const reader = response.body?.getReader();
  if (!reader) throw new Error("a stream has a body");
  const first = await readUntil(reader, "event: steps");
  expect(first).toContain(`event: people\ndata: {"people":[{"id":"${ada.id}","name":"Ada"}]}`);
  const { stepCount } = (await draftOf(articleId)).article;
  await edit(ada, articleId, (change) => change.insert(endOf(change.doc, 1, 1), schema.text("New words")));
  expect(await readUntil(reader, "New words")).toContain(`"stepCount":${stepCount + 1}`);
  gone.abort();
  while (!(await reader.read()).done);
});

test("a stream is for people who are signed in, of an article that is there, from a step that can be", async () => {
  const articleId = await beginDraft(ada, "Guarded");
  const cookie = await cookieOf(ada);
  expect((await stream(articleId, "0", "")).status).toBe(401);
  expect((await stream(articleId, "0", await cookieOf(ada, 1))).status).toBe(401);
  expect((await stream("01890000-0000-7000-8000-00000000dead", "0", cookie)).status).toBe(404);
  expect((await stream("not-an-id", "0", cookie)).status).toBe(404);
  expect((await stream(articleId, "-1", cookie)).status).toBe(422);
  expect((await stream(articleId, "many", cookie)).status).toBe(422);
});

test("the searches of the desk answer people only", async () => {
  const articleId = await beginDraft(ada, "Searched");
  const cookie = await cookieOf(ada);
  const params = Promise.resolve({ articleId });
  const articles = at("/api/articles?q=searched");
  expect((await searchArticles(new Request(articles))).status).toBe(401);
  const found = await searchArticles(new Request(articles, { headers: { cookie } }));
  expect(await found.json()).toEqual([{ id: articleId, title: "Searched", published: false }]);
  const sources = at(`/api/articles/${articleId}/sources?q=`);
  expect((await searchSources(new Request(sources), { params })).status).toBe(401);
  expect(await (await searchSources(new Request(sources, { headers: { cookie } }), { params })).json()).toEqual([]);
});

test("a pasted record is read for people of the desk, asked from the desk itself", async () => {
  const cookie = await cookieOf(ada);
  const text = JSON.stringify({ type: "book", title: "A book" });
  const ask = (headers: Record<string, string>, body: unknown) =>
    readPasted(new Request(at("/api/sources/read"), { method: "POST", headers, body: JSON.stringify(body) }));
  const own = { cookie, "sec-fetch-site": "same-origin", origin: at(""), host: "desk.example.org" };
  expect(await (await ask(own, { text })).json()).toEqual({
    records: [{ type: "book", title: "A book" }],
    problems: [],
  });
  expect((await ask({ ...own, "sec-fetch-site": "cross-site" }, { text })).status).toBe(403);
  expect((await ask({ ...own, cookie: "" }, { text })).status).toBe(401);
  expect((await ask(own, { text: 7 })).status).toBe(422);
  const reviewer = await cookieOf(await hire("Rea", "reviewer"));
  expect((await ask({ ...own, cookie: reviewer }, { text })).status).toBe(403);
});
