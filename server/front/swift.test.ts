import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, createServer as createNetServer, type Server as NetServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReaderAnswer } from "@/server/queries/reader-answer";
import { acceptForwarded, forward } from "./forwarded";
import { readPlainRequest } from "./plain-request";
import { answerSwiftly } from "./swift";

const page: ReaderAnswer = {
  status: 200,
  headers: ["content-type", "text/plain", "content-length", "8"],
  body: Uint8Array.from(Buffer.from("the page")),
};
const head: ReaderAnswer = { ...page, body: null };

const home = mkdtempSync(join(tmpdir(), "imprimatur-swift-"));
const behind = ordinary();
const slow = ordinary();
let swift: NetServer;
let swiftly = 0;

beforeAll(async () => {
  acceptForwarded(behind);
  const path = join(home, "behind");
  swift = createNetServer({ allowHalfOpen: true }, (socket) =>
    answerSwiftly(socket, {
      answer: ({ method, target }) => {
        if (target !== "/known" && target !== "/looked-up") return null;
        swiftly += 1;
        const known = method === "HEAD" ? head : page;
        return target === "/known" ? known : new Promise((told) => setTimeout(() => told(known), 30));
      },
      handOver: (taken, said) => forward(taken, path, said),
    }),
  );
  await new Promise<void>((up) => behind.listen(path, up));
  await Promise.all([swift, slow].map((server) => new Promise<void>((up) => server.listen(0, "127.0.0.1", up))));
});
afterAll(() => {
  swift.close();
  for (const server of [behind, slow]) {
    server.close();
    server.closeAllConnections();
  }
  rmSync(home, { recursive: true, force: true });
});

const plain = (target: string, more = "") => `GET ${target} HTTP/1.1\r\nHost: reader.example\r\n${more}\r\n`;
const closing = "GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

test("a plain request for a known page is answered before HTTP is parsed in full, again and again", async () => {
  const before = swiftly;
  const heard = await talk(swift, [plain("/known"), plain("/known"), closing]);
  expect(swiftly - before).toBe(2);
  expect(heard).toEqual(await talk(slow, [plain("/known"), plain("/known"), closing]));
});

test("a connection goes over to the server with the first request that is not known by heart, and nothing is lost", async () => {
  const said = [plain("/known"), plain("/other"), plain("/known", "Accept-Encoding: br\r\n"), closing];
  expect(await talk(swift, said)).toEqual(await talk(slow, said));
});

test("an answer that is looked up comes in its turn, though more was asked meanwhile", async () => {
  const said = [plain("/looked-up"), plain("/known"), plain("/looked-up"), closing];
  expect(await talk(swift, said)).toEqual(await talk(slow, said));
});

test("who said all and closed its end is still answered, before the connection closes", async () => {
  for (const target of ["/known", "/looked-up", "/other"]) {
    const heard = await talk(swift, [plain(target)], "then ends");
    expect([target, heard].join(" ")).toMatch(/^\S+ HTTP\/1\.1 (?:200|404)[^]*\r\n\r\n(?:the page|no)$/);
  }
});

test("the server behind is told whose connection it is, and believes nobody else", async () => {
  const heard = await talk(swift, ["PROXY TCP4 203.0.113.9 127.0.0.1 1 2\r\n" + closing]);
  expect(heard).toMatch(/^HTTP\/1\.1 400 /);
  expect(await talk(swift, [closing.replace("/last", "/whose")])).toMatch(/127\.0\.0\.1$/);
  expect(await talk({ address: () => join(home, "behind") }, [closing])).toBe("");
});

test.each([
  ["a page that is kept by a browser's own words", [plain("/known", "Connection: keep-alive\r\n"), closing]],
  ["two requests in one packet", [plain("/known") + plain("/known"), closing]],
  ["a request in two packets", [plain("/known").slice(0, 20), plain("/known").slice(20), closing]],
  ["a body where none belongs", [`GET /known HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello`, closing]],
  ["two lengths", ["GET /known HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\nhello"]],
  ["a chunked body", ["GET /known HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", closing]],
  ["no host", ["GET /known HTTP/1.1\r\n\r\n"]],
  ["bare line feeds", ["GET /known HTTP/1.1\nHost: a\n\n", closing]],
  ["a folded header", ["GET /known HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n", closing]],
  ["a space before the colon", ["GET /known HTTP/1.1\r\nHost : a\r\n\r\n"]],
  ["HTTP/1.0", ["GET /known HTTP/1.0\r\n\r\n"]],
  ["another method", ["POST /known HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok", closing]],
  ["nonsense", ["\u0016\u0003\u0001 hello\r\n\r\n"]],
])("%s is answered just as without the swift way", async (_, said) => {
  expect(await talk(swift, said)).toEqual(await talk(slow, said));
});

test("whatever is called plain has one host, no body and no say over the connection", () => {
  const line = fc.constantFrom(
    "Host: a",
    "host: b",
    "Accept-Encoding: br",
    'If-None-Match: "x"',
    "Connection: close",
    "Content-Length: 3",
    "Transfer-Encoding: chunked",
    "X: \u0000",
    "X:y",
    "no colon",
    " folded",
    "Expect: 100-continue",
  );
  const end = fc.constantFrom("\r\n", "\n", "\r", "");
  const message = fc
    .tuple(fc.constantFrom("GET", "HEAD", "POST"), fc.array(fc.tuple(line, end), { maxLength: 6 }), end)
    .map(([method, lines, last]) => `${method} /known HTTP/1.1\r\n${lines.flat().join("")}${last}`);
  fc.assert(
    fc.property(message, (text) => {
      const read = readPlainRequest(Buffer.from(text, "latin1"));
      if (read) {
        expect(text.match(/^host:/gim)).toHaveLength(1);
        expect(text).not.toMatch(/^(?:content-length|transfer-encoding|connection|expect):/im);
        expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        expect(text.indexOf("\r\n\r\n")).toBe(text.length - 4);
      }
    }),
    { numRuns: 2000 },
  );
});

/** A server that answers like the swift way, by Node's own parser. */
function ordinary(): Server {
  return createServer({ keepAliveTimeout: 65_000 }, ({ url, method, socket }, response) => {
    if (url === "/whose") {
      response.end(socket.remoteAddress);
      return;
    }
    const { status, headers, body } =
      url === "/known" || url === "/looked-up" ? (method === "HEAD" ? head : page) : other;
    response.writeHead(status, [...headers]);
    response.end(body ?? undefined);
  });
}
const other: ReaderAnswer = { status: 404, headers: ["content-length", "2"], body: Uint8Array.from(Buffer.from("no")) };

/** Sends each piece after the answer to the one before has begun to arrive, and tells all that was heard, without dates. */
function talk(server: { address: () => unknown }, said: readonly string[], then?: "then ends"): Promise<string> {
  const at = server.address() as AddressInfo | string;
  return new Promise((resolve) => {
    const socket = typeof at === "string" ? connect(at) : connect(at.port, "127.0.0.1");
    const left = [...said];
    let heard = "";
    let quiet: NodeJS.Timeout;
    const next = () => {
      const piece = left.shift();
      if (piece !== undefined) socket.write(Buffer.from(piece, "latin1"));
      if (then && left.length === 0) socket.end();
      // The last request is one that the server answers by closing; a busy machine is given time for it.
      quiet = left.length > 0 ? setTimeout(next, 40) : setTimeout(() => socket.destroy(), 5_000);
    };
    socket.on("connect", next).on("error", () => undefined);
    socket.on("data", (bytes) => {
      heard += bytes.toString("latin1");
      if (left.length === 0) return;
      clearTimeout(quiet);
      quiet = setTimeout(next, 10);
    });
    socket.on("close", () => {
      clearTimeout(quiet);
      resolve(heard.replaceAll(/^date: .*$/gim, "date"));
    });
  });
}
