import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { request } from "node:http";
import { bring, bringClean, draftOf, release, unheard } from "./articles";
import { expect, test } from "./newsroom";

test("a page is whole without JavaScript: contents, sources, back-links and the editions", async ({
  hire,
  browser,
}) => {
  const mara = await hire("Mara Eklund", "editor");
  const otis = await hire("Otis Kwarteng", "reviewer");
  const title = unheard("Read without a script");
  const path = await release(mara, otis, await bringClean(mara, title));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("Mara Eklund").first()).toBeVisible();
  await page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "What is counted" }).click();
  await expect(page.getByRole("heading", { name: "What is counted" })).toBeInViewport();
  const source = page.getByRole("listitem").filter({ hasText: `A report on ${title.toLowerCase()}` });
  await expect(source.getByRole("link", { name: "a", exact: true })).toBeVisible();
  await source.getByRole("link", { name: "b", exact: true }).click();
  await expect(page.getByText("The count covers every crossing")).toBeInViewport();
  await context.close();
});

test("a page goes out compressed and with a validator, and is not sent twice", async ({ hire, baseURL }) => {
  const mara = await hire("Mara Eklund", "editor");
  const otis = await hire("Otis Kwarteng", "reviewer");
  const url = new URL(await release(mara, otis, await bringClean(mara, unheard("Sent once"))), baseURL).href;
  const plain = await get(url);
  expect(plain.status).toBe(200);
  expect(plain.headers["content-encoding"]).toBeUndefined();
  const packed = await get(url, { "accept-encoding": "gzip" });
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(packed.body.length).toBeLessThan(plain.body.length / 2);
  expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
  const brotli = await get(url, { "accept-encoding": "br" });
  if (brotli.headers["content-encoding"] === "br")
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);

  for (const { headers } of [plain, packed]) {
    const again = await get(url, { "if-none-match": headers["etag"] ?? "none" });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  }
  expect((await get(url, { "if-none-match": '"another"' })).status).toBe(200);
});

test("an address where nothing was published says so, and one that the law took away says that", async ({
  hire,
  page,
}) => {
  const mara = await hire("Mara Eklund", "editor");
  const ada = await hire("Ada Lindqvist", "admin", "reviewer");
  const missing = await page.goto(`/${unheard("never-written").replaceAll(" ", "-")}`);
  expect(missing?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is no page at this address" })).toBeVisible();

  const id = await bringClean(mara, unheard("Taken away"));
  const path = await release(mara, ada, id);
  await ada.send("publishing.withdraw-by-law", { articleId: id, reason: "A court in Turku said so." });
  for (const address of [path, `${path}/editions/1`]) {
    const gone = await page.goto(address);
    expect(gone?.status()).toBe(410);
    await expect(page.getByText("A court in Turku said so.")).toBeVisible();
    await expect(page.getByText("Ferries still run.")).toBeHidden();
  }
});

test("a printed page leaves out what only a screen needs and spells out where links lead", async ({ hire, page }) => {
  const mara = await hire("Mara Eklund", "editor");
  const otis = await hire("Otis Kwarteng", "reviewer");
  const path = await release(mara, otis, await bringClean(mara, unheard("On paper")));
  await page.goto(path);
  await expect(page.getByRole("navigation", { name: "Contents" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Contents" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "Sources" })).toBeVisible();
  const [ink, paper] = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return [color, backgroundColor];
  });
  expect([ink, paper]).not.toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
});

test("nothing of a draft is in anything that the public can fetch", async ({ hire, baseURL }) => {
  const mara = await hire("Mara Eklund", "editor");
  const otis = await hire("Otis Kwarteng", "reviewer");
  const canary = unheard("Canary");
  const id = await bringClean(mara, unheard("Out in the open"));
  const path = await release(mara, otis, id);
  await bring(
    mara,
    `# ${canary} of a title\n\nBy ${canary}\n\n## ${canary}\n\nA secret ${canary} [1].\n\n## Sources\n\n1. ${canary}.`,
  );
  const { sections } = await draftOf(id);
  const anchor = { exact: "Ferries still run.", prefix: "", suffix: "" };
  await mara.send("thread.open", { articleId: id, sectionId: sections[1]?.id, anchor, body: `${canary} says why.` });

  const seen = new Set<string>();
  const toSee = ["/", "/feed.xml", "/sitemap.xml", "/robots.txt", "/404", path];
  for (let next = toSee.pop(); next !== undefined; next = toSee.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const { body, headers } = await get(new URL(next, baseURL).href);
    const text = body.toString("utf8");
    expect(`${JSON.stringify(headers)}${text}`, next).not.toContain(canary);
    for (const [, address = ""] of text.matchAll(/(?:href|src|loc)[=>]"?([^"<>\s]+)/g)) {
      const url = new URL(address.replaceAll("&amp;", "&"), new URL(next, baseURL));
      if (url.origin === new URL(baseURL ?? "").origin) toSee.push(url.pathname);
    }
  }
  expect(seen.size).toBeGreaterThan(8);
  for (const closed of ["/api/articles?q=Canary", `/api/articles/${id}/stream`, `/desk/articles/${id}`]) {
    const answer = await get(new URL(closed, baseURL).href);
    expect(answer.body.toString("utf8"), closed).not.toContain(canary);
    expect(answer.status, closed).not.toBe(200);
  }
});

type Answer = { status: number; headers: Record<string, string | undefined>; body: Buffer };

/** A request as its bytes come over the wire: nothing is unpacked, followed or cached on the way. */
function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const told = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(told), body: Buffer.concat(parts) });
      });
    });
    asked.on("error", reject);
    asked.end();
  });
}
