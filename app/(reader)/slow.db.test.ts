import { database } from "@/server/testing/own-database";
import { Agent, get, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readerPool } from "@/server/db/reader-pool";
import { makeFront } from "@/server/front/front";
import { stopHearing } from "@/server/queries/reader-page";

const text = "the mill ".repeat(6_000);
let front: Server;
let port: number;

beforeAll(async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(
    `insert into page (path, kind, content_type, etag, body, gzip, brotli)
     values ('/mill', 'list', 'text/plain; charset=utf-8', '"mill"', $1, '', '')`,
    [Buffer.from(text)],
  );
  await owner.end();
  front = makeFront((request, response) => request.on("data", () => undefined).on("end", () => response.end()));
  await new Promise<void>((up) => front.listen(0, "127.0.0.1", 2_000, up));
  port = (front.address() as AddressInfo).port;
});
afterAll(async () => {
  stopHearing();
  front.closeAllConnections();
  front.close();
  await readerPool().end();
});

const head = "GET /mill HTTP/1.1\r\nHost: reader.example\r\n";
/** What somebody slow says first, and what they do from then on, once a second. */
const ways: readonly { first: string; goOn: (socket: Socket) => unknown }[] = [
  { first: head, goOn: (socket) => socket.write("X") },
  {
    first: head.replace("GET", "POST /api/commands/x HTTP/1.1\r\nX:").concat("Content-Length: 90000\r\n\r\n"),
    goOn: (socket) => socket.write("x"),
  },
  { first: `${head}\r\n`.repeat(3), goOn: (socket) => socket.read(1) },
  { first: "", goOn: () => undefined },
];

const begin = (way: (typeof ways)[number]): Promise<Socket> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      if (way.first) socket.write(way.first);
      resolve(socket);
    });
    socket.on("error", () => resolve(socket)).on("readable", () => undefined);
    const drip = setInterval(() => socket.writable && way.goOn(socket), 1_000);
    socket.on("close", () => clearInterval(drip));
  });

/** Fifty readers who each want the page three times: how long each answer took, in milliseconds, sorted. */
async function readersRead(): Promise<number[]> {
  const took: number[] = [];
  const one = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let time = 0; time < 3; time++) {
      const begun = performance.now();
      expect((await read(agent)) === text).toBe(true);
      took.push(performance.now() - begun);
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: 50 }, one));
  return took.sort((a, b) => a - b);
}

const read = (agent: Agent): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { "accept-encoding": "identity" };
    get({ port, host: "127.0.0.1", path: "/mill", agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part)).on("error", reject);
      answer.on("end", () => resolve(Buffer.concat(parts).toString("utf8")));
    }).on("error", reject);
  });

test("a thousand who are slow to ask, to send or to take stop nobody else", async () => {
  const p99 = (took: number[]) => took[Math.floor(took.length * 0.99)] ?? 0;
  const alone = await readersRead();
  const slow = (await Promise.all(Array.from({ length: 250 }, () => Promise.all(ways.map(begin))))).flat();
  const among = await readersRead();
  const held = slow.filter((socket) => !socket.destroyed);
  for (const socket of slow) socket.destroy();
  // Had they been sent away, nothing would be shown.
  expect(held.length).toBeGreaterThan(900);
  expect(among).toHaveLength(150);
  expect(p99(among)).toBeLessThan(Math.max(2_000, 8 * p99(alone)));
});
