import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { bring, bringClean, draftOf, release, unheard } from "./articles";
import { openDraft, untilSaved } from "./manuscript";
import { expect, test } from "./newsroom";

/** All that a shared cache needs to be told so that it never gives one person's answer to another. */
const private_ = /\b(?:no-store|private)\b/;

test("no answer of the desk may be kept by a cache that others share, however it is asked for", async ({
  hire,
  baseURL,
}) => {
  const mara = await hire("Mara Eklund", "editor");
  const id = await bring(mara, `# ${unheard("Kept from caches")}\n\nBy Mara Eklund\n\nA sentence.`);
  const cookie = (await mara.context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const paths = [
    "/desk",
    `/desk/articles/${id}`,
    `/desk/articles/${id}/review`,
    "/desk/account",
    "/desk/nowhere",
    `/desk/articles/${id}.css`,
    "/desk/x.js?y=/_next/static/a.js",
    "/sign-in",
    "/invite/nobody",
    "/api/articles?q=a",
    "/api/commands/article.create",
    "/api/auth/session",
    "/api/auth/csrf",
    "/api/auth/providers",
    "/api/nowhere",
  ];
  for (const path of paths)
    for (const more of [
      {},
      { cookie },
      { cookie, rsc: "1", "next-router-prefetch": "1" },
      { cookie, "x-nextjs-data": "1" },
    ]) {
      const { status, headers } = await ask(baseURL, path, { headers: more });
      expect([path, more, status, headers["cache-control"] ?? ""]).toEqual([
        path,
        more,
        status,
        expect.stringMatching(private_),
      ]);
      expect([path, headers["x-content-type-options"], headers["cross-origin-resource-policy"]]).toEqual([
        path,
        "nosniff",
        "same-origin",
      ]);
    }
});

test("whatever is asked of a public page, no cookie is set and nobody is known", async ({ hire, baseURL }) => {
  const mara = await hire("Mara Eklund", "editor");
  const otis = await hire("Otis Kwarteng", "reviewer");
  const path = await release(mara, otis, await bringClean(mara, unheard("Known to nobody")));
  const cookie = (await mara.context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const plain = await ask(baseURL, path);
  const odd = [
    {},
    { cookie },
    { rsc: "1", "next-router-state-tree": "%5B%22%22%5D", "next-url": "/desk" },
    { "next-action": "7f0000000000000000000000000000000000000000" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy", "x-forwarded-host": "evil.example" },
    { "x-original-url": "/desk", "x-rewrite-url": "/desk", "x-http-method-override": "POST" },
  ];
  for (const address of [
    path,
    `${path}?_rsc=1`,
    `${path}?__nextDataReq=1`,
    `/${"_"}next/data/x${path}.json`,
    "/",
    "/search?q=a",
    "/nowhere",
  ])
    for (const headers of odd)
      for (const method of ["GET", "POST", "OPTIONS"]) {
        const answer = await ask(baseURL, address, { headers, method });
        expect([address, method, answer.headers["set-cookie"]]).toEqual([address, method, undefined]);
        expect(JSON.stringify(answer.headers)).not.toContain("evil.example");
        if (method === "GET" && address.startsWith(path)) expect(answer.body).toBe(plain.body);
      }
});

test("what cannot be answered is refused in few words that tell nothing of the house", async ({ hire, baseURL }) => {
  const mara = await hire("Mara Eklund", "editor");
  const canary = unheard("Canary").replace(" ", "");
  const id = await bring(mara, `# ${canary}\n\nBy ${canary}\n\nA ${canary}.`);
  const origin = new URL(baseURL ?? "").origin;
  const json = { origin, "content-type": "application/json" };
  const wrong: [string, Asking][] = [
    [`/desk/articles/${id}`, {}],
    [`/api/articles/${id}/stream`, {}],
    [`/api/articles/${id}/references`, {}],
    [`/api/captures/${id}`, {}],
    ["/api/commands/nothing", { method: "POST", headers: json, body: "{}" }],
    ["/api/commands/article.save-steps", { method: "POST", headers: json, body: `{"articleId":"${id}"}` }],
    ["/api/commands/article.create", { method: "POST", headers: json, body: "{" }],
    ["/api/commands/article.create", { method: "POST", headers: json, body: '{"__proto__":{"x":1},"title":1}' }],
    ["/api/commands/article.create", { method: "POST", headers: { ...json, "content-type": "text/plain" }, body: "x" }],
    ["/api/commands/article.create", { method: "POST", headers: json, body: `"${"x".repeat(3_000_000)}"` }],
    ["/api/commands/%00", { method: "POST", headers: json, body: "{}" }],
    ["/api/commands/constructor", { method: "POST", headers: json, body: "{}" }],
    ["/api/commands/article.create", { method: "DELETE" }],
    ["/_next/image?url=http://evil.example/&w=64&q=75", {}],
    ["/_next/static/..%2f..%2f..%2fpackage.json", {}],
    ["/_next/static/%2e%2e/%2e%2e/server/app/page.js", {}],
    ["/_next/server/app/page.js", {}],
    ["/_next/../package.json", {}],
    ["/.env", {}],
    ["/.git/config", {}],
    ["/%E0%A4%A", {}],
    ["/desk/%E0%A4%A", {}],
    ["/api/%E0%A4%A", {}],
    [`/desk/articles/${"a".repeat(9_000)}`, {}],
  ];
  for (const [path, asking] of wrong) {
    const { status, headers, body } = await ask(baseURL, path, asking);
    const shown = path.slice(0, 60);
    expect([shown, status >= 300]).toEqual([shown, true]);
    expect(JSON.stringify(headers) + body).not.toContain(canary);
    // Neither a stack, nor a folder, nor a statement, nor what it is made with by version.
    expect([
      shown,
      /\n\s+at |node_modules|\/server\/|postgres(?:ql)?:|PrismaClient|select .* from /i.exec(body)?.[0],
    ]).toEqual([shown, undefined]);
    expect([shown, headers["x-powered-by"], headers["server"]]).toEqual([shown, undefined, undefined]);
  }
});

test("what browsers are given of the desk's program holds no word of a draft and no map of its source", async ({
  hire,
  baseURL,
}) => {
  const mara = await hire("Mara Eklund", "editor");
  const canary = unheard("Canary").replace(" ", "");
  const id = await bring(mara, `# ${canary}\n\nBy ${canary}\n\nA ${canary}.`);
  const cookie = (await mara.context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  // The desk draws the draft first, so that whatever would keep it has had the chance.
  expect((await ask(baseURL, `/desk/articles/${id}`, { headers: { cookie } })).body).toContain(canary);
  expect((await draftOf(id)).article.title).toBe(canary);
  const folder = join(import.meta.dirname, "..", ".next", "static");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.\w+$/.test(file));
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    expect([file, file.endsWith(".map"), readFileSync(join(folder, file)).includes(canary)]).toEqual([
      file,
      false,
      false,
    ]);
    if (!/\.(?:js|css)$/.test(file)) continue;
    const map = await ask(baseURL, `/_next/static/${file}.map`);
    expect([file, map.status === 200 || map.body.includes("mappings")]).toEqual([file, false]);
  }
  const [script = ""] = files.filter((file) => file.endsWith(".js"));
  const served = await ask(baseURL, `/_next/static/${script}`, { headers: { cookie } });
  expect([served.status, served.headers["set-cookie"], served.headers["x-content-type-options"]]).toEqual([
    200,
    undefined,
    "nosniff",
  ]);
});

type Asking = { method?: string; headers?: Record<string, string>; body?: string };
type Answer = { status: number; headers: Record<string, string | undefined>; body: string };

/** A request whose target goes out as it is written here, and what comes back, without following or unpacking. */
function ask(
  baseURL: string | undefined,
  path: string,
  { method = "GET", headers = {}, body }: Asking = {},
): Promise<Answer> {
  const { hostname, port } = new URL(baseURL ?? "");
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const told = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        const text = Buffer.concat(parts).toString("utf8");
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(told), body: text });
      });
      response.on("error", reject);
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

test("the desk's program does not try what its policy forbids", async ({ hire }) => {
  const mara = await hire("Mara Eklund", "editor");
  const { page } = mara;
  const id = await bringClean(mara, unheard("Within the policy"));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      document.documentElement.setAttribute("data-refused", `${effectiveDirective} ${blockedURI}`);
    });
  });
  await openDraft(page, id);
  await untilSaved(page);
  await expect(page.locator("html[data-refused]")).toHaveCount(0);
});
