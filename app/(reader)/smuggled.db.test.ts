import { database } from "@/server/testing/own-database";
import type { Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readerPool } from "@/server/db/reader-pool";
import { makeFront } from "@/server/front/front";
import { stopHearing } from "@/server/queries/reader-page";

let owner: pg.Client;
let front: Server;
let port: number;
/** What the desk was handed: method, target and host of each request, with its body. */
let handed: string[] = [];

beforeAll(async () => {
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  front = makeFront((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString("latin1")));
    request.on("end", () => {
      handed.push(`${request.method} ${request.url} ${body}`.trim());
      response.end("the desk");
    });
  });
  await new Promise<void>((up) => front.listen(0, "127.0.0.1", up));
  port = (front.address() as AddressInfo).port;
  for (const path of ["/mill", "/404"])
    await owner.query(
      `insert into page (path, kind, status, content_type, etag, body, gzip, brotli)
       values ($1, 'list', $2, 'text/plain; charset=utf-8', $3, $4, $4, $4)`,
      [path, path === "/404" ? 404 : 200, `"${path}"`, Buffer.from(`this is ${path}`)],
    );
  await say(`${plain("/mill")}${closing}`);
});
afterAll(async () => {
  stopHearing();
  front.closeAllConnections();
  front.close();
  await readerPool().end();
  await owner.end();
});

const host = "Host: reader.example\r\n";
const plain = (target: string) => `GET ${target} HTTP/1.1\r\n${host}\r\n`;
const closing = `GET /mill HTTP/1.1\r\n${host}Connection: close\r\n\r\n`;
/** A request that is hidden in another one. Whoever answers it was fooled. */
const hidden = `GET /desk/smuggled HTTP/1.1\r\n${host}\r\n`;

/** All that is answered to these pieces, each sent a moment after the one before, until the connection ends. */
function say(...pieces: string[]): Promise<string> {
  handed = [];
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let heard = "";
    const next = () => {
      const piece = pieces.shift();
      if (piece === undefined) return;
      socket.write(Buffer.from(piece, "latin1"));
      setTimeout(next, 15);
    };
    // Whoever waits for the rest of a message says nothing; half a second tells that apart from an answer.
    const quiet = setTimeout(() => socket.destroy(), 500);
    socket.on("connect", next).on("data", (chunk) => {
      heard += chunk.toString("latin1");
      quiet.refresh();
    });
    socket
      .on("error", () => undefined)
      .on("close", () => {
        clearTimeout(quiet);
        resolve(heard);
      });
  });
}

const statuses = (heard: string) => [...heard.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
const chunked = (body: string) => `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;

test.each([
  ["a length and chunks", `Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`],
  ["chunks and a length", `Transfer-Encoding: chunked\r\nContent-Length: ${hidden.length}\r\n\r\n0\r\n\r\n${hidden}`],
  ["two lengths", `Content-Length: 0\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`],
  ["two lengths in one line", `Content-Length: 0, ${hidden.length}\r\n\r\n${hidden}`],
  ["a length with a sign", `Content-Length: +0\r\n\r\n${hidden}`],
  ["a length below nothing", `Content-Length: -1\r\n\r\n${hidden}`],
  ["a length in hexadecimal", `Content-Length: 0x0\r\n\r\n${hidden}`],
  ["a length past counting", `Content-Length: 18446744073709551616\r\n\r\n${hidden}`],
  ["a space before the colon", `Content-Length : ${hidden.length}\r\n\r\n${hidden}`],
  ["chunks with a space before the colon", `Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`],
  ["chunks by another name", `Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`],
  ["chunks that are not the last coding", `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${hidden}`],
  ["chunks named twice", `Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n${hidden}`],
  ["chunks behind a vertical tab", `Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n${hidden}`],
  ["chunks in a folded line", `X: y\r\n Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n${hidden}`],
  ["a header ended by a line feed alone", `X: y\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`],
  ["a header ended by a carriage return alone", `X: y\rContent-Length: ${hidden.length}\r\n\r\n${hidden}`],
  ["a zero byte in a header", `X: \u0000\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`],
  ["a name that is no token", `Content-Len(gth: 5\r\n\r\n${hidden}`],
  ["a chunk longer than it says", `Transfer-Encoding: chunked\r\n\r\n1\r\nxx\r\n0\r\n\r\n${hidden}`],
  ["a chunk's length past counting", `Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\nx\r\n0\r\n\r\n${hidden}`],
  ["a chunk's length with a sign", `Transfer-Encoding: chunked\r\n\r\n+0\r\n\r\n${hidden}`],
  ["a chunk ended by line feeds", `Transfer-Encoding: chunked\r\n\r\n0\n\n${hidden}`],
  ["a line feed in a chunk's extension", `Transfer-Encoding: chunked\r\n\r\n0;a\nb\r\n\r\n${hidden}`],
])("%s: no second request is read out of a first, neither by readers' pages nor by the desk", async (_, rest) => {
  const end = rest.indexOf("\r\n\r\n") + 4;
  const [head, body] = [rest.slice(0, end), rest.slice(end)];
  for (const target of ["/mill", "/api/commands/x"])
    for (const method of ["GET", "POST"]) {
      const line = `${method} ${target} HTTP/1.1\r\n${host}`;
      // All at once, and as two packets of which the first looks like a whole request.
      for (const pieces of [[line + rest], [line + head, body]]) {
        const heard = await say(...pieces);
        expect([method, target, handed.filter((one) => one.startsWith("GET /desk"))]).toEqual([method, target, []]);
        // Readers' pages may have answered the head by then; what follows on the connection is nobody's.
        const served = statuses(heard).filter((status) => status < 400).length;
        expect([method, target, served < 2]).toEqual([method, target, true]);
      }
    }
});

test("a body belongs to its own request: what follows it is the next, and nothing else is", async () => {
  const body = `POST /api/a HTTP/1.1\r\n${host}Content-Length: ${hidden.length}\r\n\r\n${hidden}`;
  const inChunks = `POST /api/b HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n${chunked(hidden)}`;
  const heard = await say(body + inChunks + plain("/mill") + closing);
  expect(statuses(heard)).toEqual([200, 200, 200, 200]);
  expect(handed).toEqual([`POST /api/a ${hidden}`.trim(), `POST /api/b ${hidden}`.trim()]);
});

test("the body of what readers may not do is not taken for a request", async () => {
  for (const method of ["POST", "PUT", "DELETE", "PATCH", "GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND"]) {
    const head = `${method} /mill HTTP/1.1\r\n${host}Content-Length: ${hidden.length}\r\n\r\n`;
    for (const pieces of [[head + hidden], [head, hidden]]) {
      const heard = await say(...pieces, closing);
      expect([method, handed]).toEqual([method, []]);
      expect([method, statuses(heard)[0]]).toEqual([method, method === "GET" || method === "HEAD" ? 200 : 405]);
    }
  }
});

test("plain requests, odd ones and bodies on one connection are answered in their order, whatever the packets", async () => {
  const odd = `GET /mill?x HTTP/1.1\r\n${host}Range: bytes=0-1\r\nX-Odd: 1\r\nX-Odd: 2\r\n\r\n`;
  const posted = `POST /api/c HTTP/1.1\r\n${host}Content-Length: 5\r\n\r\nhello`;
  const all = [plain("/mill"), odd, posted, plain("/nowhere"), plain("/mill"), plain("/desk/here"), closing];
  const wanted = [200, 200, 200, 404, 200, 200, 200];
  const text = all.join("");
  expect(statuses(await say(text))).toEqual(wanted);
  for (const cut of [7, 40, 61, 90, 133, 170, 201, 260])
    expect([cut, statuses(await say(text.slice(0, cut), text.slice(cut)))]).toEqual([cut, wanted]);
  expect(handed).toEqual(["POST /api/c hello", "GET /desk/here"]);
  expect(statuses(await say(...all))).toEqual(wanted);
});

test.each([
  "http://evil.example/mill",
  "http://reader.example@evil.example/mill",
  "//evil.example/mill",
  "///evil.example/%2e%2e/mill",
  "/\\evil.example/mill",
  "/%2f%2fevil.example/mill",
  "/%5c%5cevil.example",
  "/mill%2f..%2f..%2fdesk",
  "/..%2fdesk",
  "/%2e%2e/desk",
  "/mill/%2e%2e%5cdesk",
  "/mill%00/desk",
  "/mill%0d%0aSet-Cookie:%20a=b",
  "/mill%0aLocation:%20http://evil.example",
  "/%E5%98%8A%E5%98%8DLocation:evil.example",
  "/mill%ff",
  "/mill%",
  "/%252e%252e/desk",
  "/mill;/../desk",
  "/MILL/%2F/EVIL.EXAMPLE",
])("the target %s leads nowhere but to a path of this site, and splits no answer", async (target) => {
  const heard = await say(`GET ${target} HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);
  expect(statuses(heard)).toHaveLength(1);
  const head = heard.slice(0, heard.indexOf("\r\n\r\n")).toLowerCase();
  expect(head).not.toMatch(/^set-cookie:/m);
  const [, location = "/"] = /^location: (.*)\r?$/m.exec(head) ?? [];
  expect(new URL(location, "http://reader.example").origin).toBe("http://reader.example");
  expect(location).toMatch(/^\/(?![/\\])/);
});

test("a target longer than any page's leads nowhere", async () => {
  const long = [`/${"mill/".repeat(2_000)}`, `/${"%2e".repeat(3_000)}`, `/${"a".repeat(15_000)}`];
  for (const target of long) {
    const heard = await say(`GET ${target} HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);
    expect([statuses(heard), /^location:/im.test(heard)]).toEqual([[404], false]);
  }
  expect(statuses(await say(`GET /${"a".repeat(70_000)} HTTP/1.1\r\n${host}\r\n`))).toEqual([431]);
});

test.each([
  ["no host", "GET /mill HTTP/1.1\r\n\r\n"],
  ["a protocol that there is not", `GET /mill HTTP/3.1\r\n${host}\r\n`],
  ["the beginning of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
  ["a tunnel to elsewhere", `CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n`],
  ["a space in the target", `GET /mill /desk HTTP/1.1\r\n${host}\r\n`],
  ["a header before the first line", `X: y\r\nGET /mill HTTP/1.1\r\n${host}\r\n`],
  ["a hundred thousand headers", `GET /mill HTTP/1.1\r\n${host}${"X: y\r\n".repeat(100_000)}\r\n`],
])("%s is no request of a reader, and the connection ends with it", async (_, text) => {
  const heard = await say(text, hidden);
  expect(statuses(heard).filter((status) => status < 400)).toEqual([]);
  expect(statuses(heard).length).toBeLessThan(2);
  expect(handed).toEqual([]);
});

test("two hosts are no request, for whoever stands before us may have taken the other", async () => {
  for (const path of ["/mill", "/desk"]) {
    const two = await say(`GET ${path} HTTP/1.1\r\n${host}Host: evil.example\r\n\r\n`);
    expect([path, statuses(two)]).toEqual([path, [400]]);
  }
  expect(handed).toEqual([]);
});

test("a reader who asks to speak another protocol is answered in this one", async () => {
  for (const protocol of ["h2c", "websocket"]) {
    const asking = `Connection: Upgrade, HTTP2-Settings\r\nUpgrade: ${protocol}\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n`;
    const heard = await say(`GET /mill HTTP/1.1\r\n${host}${asking}\r\n`);
    expect([protocol, statuses(heard)]).toEqual([protocol, [200]]);
  }
});
