import { database } from "@/server/testing/own-database";
import { connect, type Socket } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readerPool } from "@/server/db/reader-pool";
import { stopHearing } from "@/server/queries/reader-page";
import { startFront } from "@/server/testing/front";

let owner: pg.Client;
let front: Awaited<ReturnType<typeof startFront>>;
let port: number;

beforeAll(async () => {
  vi.stubEnv("SITE_URL", "https://reader.example");
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  front = await startFront((_, response) => response.end("the desk"));
  port = front.port;
  await bake("/mill", "the mill ".repeat(50_000));
  await bake("/404", "no such page", 404);
  await bake("/gone", "withdrawn", 410);
  await owner.query("insert into site (name, tagline, base_url) values ('The Mill', '', 'https://reader.example')");
  await bake("/assets/house-logo-0123456789abcdef.svg", "<svg/>", 200, "image/svg+xml");
  await say("GET /mill HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  stopHearing();
  front.close();
  await readerPool().end();
  await owner.end();
});

const bake = (path: string, text: string, status = 200, type = "text/html; charset=utf-8") =>
  owner.query(
    `insert into page (path, kind, status, content_type, etag, body, gzip, brotli) values ($1, 'list', $4, $5, $2, $3, $3, $3)`,
    [path, `"${path.length}"`, Buffer.from(text), status, type],
  );

/** All that is answered to these bytes, until the connection ends. */
const say = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(Buffer.from(bytes, "latin1")));
    let heard = "";
    socket.on("data", (chunk) => (heard += chunk.toString("latin1")));
    socket.on("error", () => undefined).on("close", () => resolve(heard));
  });
const ask = (line: string, ...headers: string[]) =>
  say([line, "Host: reader.example", ...headers, "Connection: close", "", ""].join("\r\n"));
const withoutDate = (answer: string) => answer.replaceAll(/^date: .*\r$/gim, "");

test.each([
  ["a page", "GET /mill HTTP/1.1", 200, []],
  ["a HEAD", "HEAD /mill HTTP/1.1", 200, []],
  ["what is known already", "GET /mill HTTP/1.1", 304, ['If-None-Match: "5"']],
  ["an address without a page", "GET /nowhere HTTP/1.1", 404, []],
  ["an address that could not be", "GET /%00 HTTP/1.1", 404, []],
  ["a page that was withdrawn by law", "GET /gone HTTP/1.1", 410, []],
  ["another form of an address", "GET /Mill/ HTTP/1.1", 308, []],
  ["a change", "POST /mill HTTP/1.1", 405, ["Content-Length: 0"]],
  ["a logo", "GET /assets/house-logo-0123456789abcdef.svg HTTP/1.1", 200, []],
  ["a request that is none", "GET /mill HTTP/1.1\r\nno colon", 400, []],
  ["more headers than a browser sends", `GET /mill HTTP/1.1\r\nX: ${"x".repeat(20_000)}`, 431, []],
])("the answer to %s bears what browsers are to refuse, and no cookie", async (_, line, status, headers) => {
  const answer = await ask(line, ...headers);
  const head = answer.slice(0, answer.indexOf("\r\n\r\n")).toLowerCase();
  expect(head).toContain(` ${status} `);
  for (const name of [
    "strict-transport-security: max-age=",
    "x-content-type-options: nosniff",
    "referrer-policy: strict-origin",
    "cross-origin-opener-policy: same-origin",
    "cross-origin-resource-policy: same-origin",
    "permissions-policy: ",
    "cache-control: ",
  ])
    expect(head).toContain(`\r\n${name}`);
  if (status < 400 || status === 405) expect(head).toContain("content-security-policy: default-src 'none'");
  expect(head).not.toContain("set-cookie");
  expect(head).not.toMatch(/unsafe-|script-src/);
});

test("the desk's answers say too that a site of https is reached in no other way", async () => {
  expect((await ask("GET /desk HTTP/1.1")).toLowerCase()).toContain("strict-transport-security: max-age=");
});

test("what names its bytes may be kept for ever, and nothing else may", async () => {
  expect(await ask("GET /assets/house-logo-0123456789abcdef.svg HTTP/1.1")).toMatch(/max-age=31536000, immutable/);
  expect(await ask("GET /mill HTTP/1.1")).toMatch(/max-age=0, s-maxage=30, stale-if-error=86400/);
});

test.each([
  ["X-Forwarded-Host: evil.example"],
  ["X-Forwarded-Proto: http"],
  ["X-Forwarded-For: 127.0.0.1"],
  ["X-Forwarded-Prefix: /evil"],
  ["X-Original-URL: /gone"],
  ["X-Rewrite-URL: /gone"],
  ["X-HTTP-Method-Override: DELETE"],
  ["X-HTTP-Method: PUT"],
  ["Forwarded: host=evil.example;proto=http"],
  ["X-Middleware-Subrequest: src/middleware"],
  ["RSC: 1", "Next-Router-Prefetch: 1", "Next-Action: x"],
  ["X-Nextjs-Data: 1", "X-Now-Route-Matches: 1=evil"],
  ["Accept-Encoding: evil"],
  ["Accept-Encoding: identity;q=0"],
  ["Accept-Encoding: br;q=0, gzip;q=2"],
  ["Accept: application/json", "Accept-Language: tlh"],
  ["Cookie: next-auth.session-token=x"],
  ["Authorization: Bearer x"],
  ["Range: bytes=0-1"],
  ["Origin: https://evil.example"],
  ["User-Agent: evil", "User-Agent: evil2"],
  ["X-Forwarded-Port: 1", "X-Forwarded-Server: evil.example", "X-Forwarded-Scheme: javascript"],
  ["X-Host: evil.example", "X-Real-IP: 127.0.0.1", "True-Client-IP: 127.0.0.1", "Via: 1.1 evil.example"],
  ["X-Middleware-Next: 1", "X-Middleware-Rewrite: /gone", "X-Middleware-Override-Headers: x", "X-Invoke-Path: /gone"],
  ["X-Matched-Path: /gone", "X-Nextjs-Rewrite: /gone", "Next-Url: /desk", "Next-Router-State-Tree: %5B%5D"],
  ["Next-Router-Segment-Prefetch: /_tree", "X-Prerender-Revalidate: x", "X-Next-Cache-Tags: x"],
  ["Range: bytes=0-1", 'If-Range: "5"', "If-Match: nothing", "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT"],
  ["If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT"],
  ['If-None-Match: W/"other", "5x", "-br"'],
  ["Accept: */*;q=0"],
  ["Accept: text/x-component"],
  ["Accept: text/html;q=0.0001, evil/evil;q=9, ,;;="],
  ["Accept-Datetime: Thu, 01 Jan 1970 00:00:00 GMT"],
  ["Accept-Charset: utf-7", "Content-Type: text/html; charset=utf-7"],
  ["Cache-Control: no-store", "Pragma: akamai-x-get-cache-key", "Surrogate-Control: max-age=999"],
  ["Cookie: __prerender_bypass=x; __next_preview_data=x", "Cookie: imprimatur=x"],
  ["Upgrade-Insecure-Requests: 1", "Save-Data: on", "DPR: 9", "Sec-GPC: 1", "Sec-Fetch-Site: cross-site"],
])("%s and the like changes no byte of any answer", async (...headers) => {
  const [own = "", ...rest] = headers[0]?.startsWith("Host:") ? headers : ["Host: reader.example", ...headers];
  for (const line of [
    "GET /mill",
    "HEAD /mill",
    "GET /nowhere",
    "GET /gone",
    "GET /Mill/",
    "GET /search?q=tide",
    "POST /mill",
  ]) {
    const asked = (lines: string[]) => say([`${line} HTTP/1.1`, ...lines, "Connection: close", "", ""].join("\r\n"));
    const [odd, plain] = await Promise.all([asked([own, ...rest]), ask(`${line} HTTP/1.1`)]);
    expect(withoutDate(odd)).toBe(withoutDate(plain));
    expect(odd).not.toMatch(/evil|set-cookie/i);
  }
});

test("an encoding is the one thing that a page's answer differs by, and it says so", async () => {
  const answers = await Promise.all(
    ["br", "gzip", "identity"].map((one) => ask("GET /mill HTTP/1.1", `Accept-Encoding: ${one}`)),
  );
  const heads = answers.map((answer) => answer.slice(0, answer.indexOf("\r\n\r\n")).toLowerCase());
  expect(heads.every((head) => /\r\nvary: accept-encoding(?:\r|$)/.test(head))).toBe(true);
  expect(new Set(heads.map((head) => /etag: (.*)/.exec(head)?.[1])).size).toBe(3);
});

test.each([
  "?utm_source=x",
  "?_rsc=1",
  "?%00",
  "?a=<script>",
  "?__nextLocale=evil",
  "?//evil.example",
  "?" + "a".repeat(3000),
])("the query %s changes no byte of an answer", async (query) => {
  const [odd, plain] = await Promise.all([ask(`GET /mill${query} HTTP/1.1`), ask("GET /mill HTTP/1.1")]);
  expect(withoutDate(odd)).toBe(withoutDate(plain));
});

test.each([
  "/MILL",
  "/mill/",
  "//mill",
  "/%6Dill",
  "/mi%6cl",
  "/./mill",
  "/mill%2f",
  "/mill//",
  "/mill\\",
  "/x/../mill",
  "/mill;x=1",
])("%s is no second address of the page: it leads to the one, or nowhere", async (path) => {
  const answer = await ask(`GET ${path} HTTP/1.1`);
  if (answer.startsWith("HTTP/1.1 308")) expect(answer).toMatch(/\r\nlocation: \/mill\r\n/i);
  else expect(answer).toMatch(/^HTTP\/1\.1 (?:200|404) /);
});

test("a request of two lengths is no request at all", async () => {
  expect(await ask("GET /mill HTTP/1.1", "Content-Length: 0", "Content-Length: 5")).toMatch(/^HTTP\/1\.1 400 /);
  expect(await ask("GET /mill HTTP/1.1", "Transfer-Encoding: chunked", "Content-Length: 5")).toMatch(
    /^HTTP\/1\.1 400 /,
  );
});

test("readers who ask by the letter, or take no byte of what they asked for, keep nobody waiting", async () => {
  const slow: Socket[] = [];
  const open = (first: string) =>
    new Promise<void>((up) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.pause();
        socket.write(first);
        slow.push(socket);
        up();
      });
      socket.on("error", () => undefined);
    });
  await Promise.all(
    Array.from({ length: 150 }, (_, at) =>
      open(
        at % 3 === 0
          ? "G"
          : at % 3 === 1
            ? "GET /mill HTTP/1.1\r\nHost: a\r\nX: "
            : "GET /mill HTTP/1.1\r\nHost: a\r\n\r\n",
      ),
    ),
  );
  for (const socket of slow) socket.write("a");
  for (let round = 0; round < 20; round++) expect(await ask("GET /mill HTTP/1.1")).toMatch(/^HTTP\/1\.1 200 /);
  expect(slow).toHaveLength(150);
  for (const socket of slow) socket.destroy();
});
