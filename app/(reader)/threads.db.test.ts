import { database } from "@/server/testing/own-database";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { acceptForwarded } from "@/server/front/forwarded";
import { startThreads } from "@/server/front/threads";
import { readersEnvironment } from "@/server/queries/readers-environment";

const home = mkdtempSync(join(tmpdir(), "imprimatur-threads-"));
const behind = join(home, "desk");
let desk: Server;
let owner: pg.Client;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  desk = createServer((request, response) => response.end(`the desk hears ${request.socket.remoteAddress}`));
  acceptForwarded(desk);
  await new Promise<void>((up) => desk.listen(behind, up));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  desk.closeAllConnections();
  desk.close();
  await owner.end();
  rmSync(home, { recursive: true, force: true });
});

test("a readers' thread is told the readers' connection, and nothing that opens more", () => {
  for (const name of ["DATABASE_URL", "DATABASE_APP_URL", "NEXTAUTH_SECRET", "IMPRIMATUR_SECRET", "RECEIPT_KEY"])
    vi.stubEnv(name, "postgresql://canary:canary@127.0.0.1/canary");
  const told = readersEnvironment(2);
  expect(JSON.stringify(told)).not.toContain("canary");
  expect(new URL(told["DATABASE_READER_URL"] ?? "").username).toBe("imprimatur_reader");
  vi.unstubAllEnvs();
});

test("threads answer readers at one address as the readers' role alone, and the desk is behind them", async () => {
  await owner.query(
    `insert into page (path, kind, content_type, etag, body, gzip, brotli)
     values ('/weir', 'list', 'text/html; charset=utf-8', '"weir"', $1, $1, $1)`,
    [Buffer.from("the weir")],
  );
  const address = { host: "127.0.0.1", port: await freePort() };
  const close = await startThreads(address, behind, () => undefined);
  const site = `http://127.0.0.1:${address.port}`;
  const read = async (path: string) =>
    (await fetch(site + path, { headers: { "accept-encoding": "identity" } })).text();
  expect(await Promise.all(Array.from({ length: 30 }, () => read("/weir")))).toEqual(Array(30).fill("the weir"));
  expect(await read("/desk")).toBe("the desk hears 127.0.0.1");
  const { rows } = await owner.query<{ usename: string }>(
    "select distinct usename from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  expect(rows).toEqual([{ usename: "imprimatur_reader" }]);
  close();
  await vi.waitFor(() => expect(knock(address.port)).rejects.toThrow("ECONNREFUSED"), 5_000);
});

const freePort = () =>
  new Promise<number>((told) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => told(port));
    });
  });

const knock = (port: number) =>
  new Promise<void>((opened, refused) => {
    const socket = connect(port, "127.0.0.1", () => opened(socket.destroy() && undefined));
    socket.on("error", refused);
  });

test("an address that is taken is refused in words", async () => {
  const taken = createServer();
  await new Promise<void>((up) => taken.listen(0, "127.0.0.1", up));
  const { port } = taken.address() as AddressInfo;
  await expect(startThreads({ host: "127.0.0.1", port }, behind, () => undefined)).rejects.toThrow("EADDRINUSE");
  taken.close();
});
