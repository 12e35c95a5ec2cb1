import { database } from "@/server/testing/own-database";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET } from "./[...path]/route";
import { readerPool } from "@/server/db/reader-pool";
import { stopHearing } from "@/server/queries/reader-page";
import { startFront } from "@/server/testing/front";

let owner: pg.Client;
let front: Awaited<ReturnType<typeof startFront>>;
let address: string;
const desk: string[] = [];

beforeAll(async () => {
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  front = await startFront((request, response) => {
    desk.push(request.url ?? "");
    response.end("the desk");
  });
  address = `http://127.0.0.1:${front.port}`;
});
afterAll(async () => {
  stopHearing();
  front.close();
  await readerPool().end();
  await owner.end();
});

const bake = (path: string, text: string) =>
  owner.query(
    `insert into page (path, kind, content_type, etag, body, gzip, brotli)
     values ($1, 'list', 'text/html; charset=utf-8', $2, $3, $3, $3)
     on conflict (path) do update set etag = excluded.etag, body = excluded.body, gzip = excluded.gzip, brotli = excluded.brotli`,
    [path, `"${text}"`, Buffer.from(text)],
  );
const read = async (path: string) =>
  (await fetch(address + path, { headers: { "accept-encoding": "identity" } })).text();

/** How many milliseconds it takes until readers get these words. */
async function seenAfter(path: string, words: string): Promise<number> {
  const begun = Date.now();
  while ((await read(path)) !== words) {
    if (Date.now() - begun > 10_000) throw new Error(`${path} never said ${words}`);
    await new Promise((resume) => setTimeout(resume, 5));
  }
  return Date.now() - begun;
}

test("readers get what was baked from memory, and what the front and Next's route send is the same byte for byte", async () => {
  await bake("/mill", "the mill");
  for (let round = 0; round < 3; round++) expect(await read("/mill?utm_source=x")).toBe("the mill");
  const ours = await fetch(`${address}/mill`, { headers: { "accept-encoding": "identity" } });
  const theirs = await GET(new Request("http://reader.example/mill"));
  expect(Buffer.from(await ours.arrayBuffer())).toEqual(Buffer.from(await theirs.arrayBuffer()));
  for (const [name, value] of theirs.headers) expect([name, ours.headers.get(name)]).toEqual([name, value]);
  expect(ours.headers.get("set-cookie")).toBeNull();
});

test("the desk's paths go to the desk and nothing else does", async () => {
  expect(await read("/desk/articles?q=a")).toBe("the desk");
  expect((await fetch(`${address}/mill`, { method: "POST", body: "x" })).status).toBe(405);
  expect((await fetch(`${address}/nowhere%`)).status).toBe(404);
  expect(desk).toEqual(["/desk/articles?q=a"]);
});

test("what is published, corrected or taken away is seen at once, though the old page was in memory", async () => {
  for (let round = 1; round <= 5; round++) {
    await bake("/news", `edition ${round}`);
    expect(await seenAfter("/news", `edition ${round}`)).toBeLessThan(2_000);
  }
  await owner.query("delete from page where path = '/news'");
  expect(await seenAfter("/news", "There is no page at this address.\n")).toBeLessThan(2_000);
});

test("where the news of a change is missed, the change is seen all the same within two seconds", async () => {
  await bake("/quiet", "before");
  expect(await read("/quiet")).toBe("before");
  await owner.query("alter table page disable trigger page_is_told");
  try {
    await bake("/quiet", "after");
    const reading = setInterval(() => void read("/quiet"), 20);
    try {
      await seenAfter("/quiet", "after");
    } finally {
      clearInterval(reading);
    }
    // A page that nobody asked for meanwhile is asked about before it is shown.
    await bake("/quiet", "later");
    await new Promise((resume) => setTimeout(resume, 1_600));
    expect(await read("/quiet")).toBe("later");
  } finally {
    await owner.query("alter table page enable trigger page_is_told");
  }
});

test("on one connection a page from memory and its form for programs are each given to who asks for it", async () => {
  await bake("/tide", "the tide");
  await bake("/tide.bib", "@article{tide}");
  const asking = async (accept?: string) =>
    (
      await fetch(`${address}/tide`, { headers: { "accept-encoding": "identity", ...(accept ? { accept } : {}) } })
    ).text();
  for (let round = 0; round < 3; round++) {
    expect(await asking()).toBe("the tide");
    expect(await asking("application/x-bibtex")).toBe("@article{tide}");
    expect(await asking("text/html,*/*;q=0.8")).toBe("the tide");
    expect(await asking("application/json")).toBe("the tide");
  }
});
