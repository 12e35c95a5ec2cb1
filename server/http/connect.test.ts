import { createServer } from "node:net";
import { type AddressInfo, connect as dial } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { expect, test } from "vitest";
import { certificate, certificateKey } from "@/server/testing/guard/certificate";
import { startCanaries } from "@/server/testing/guard/canaries";
import { ask } from "./ask";
import { connectPublicly, strayed } from "./connect";
import { connectToFirst } from "./connect-to-first";
import { opened } from "./opened";
import { secured } from "./secured";

const never = new AbortController().signal;

test("the connector itself opens nothing to an address inside, were it asked to", async () => {
  const { port, visits, close } = await startCanaries(["127.0.0.1", "::1"]);
  for (const address of ["127.0.0.1", "::1", "::ffff:127.0.0.1", "0.0.0.0"]) {
    const answer = await connectPublicly({ address, port, host: "news.example", secure: false }, never);
    expect(answer).toMatchObject({ ok: false, error: { kind: "unsafe" } });
  }
  expect(visits).toEqual([]);
  await close();
});

test("a connection that ends elsewhere than it was meant to is dropped", () => {
  expect(strayed("93.184.215.14", "93.184.215.14")).toBeNull();
  expect(strayed("2606:2800:21f:0:0:0:0:1", "2606:2800:21f::1")).toBeNull();
  expect(strayed("10.0.0.1", "93.184.215.14")).toMatchObject({ kind: "unsafe" });
  expect(strayed("1.1.1.1", "93.184.215.14")).toMatchObject({ kind: "unsafe" });
  expect(strayed("::ffff:93.184.215.14", "93.184.215.14")).toMatchObject({ kind: "unsafe" });
  expect(strayed("127.0.0.1", "127.0.0.1")).toMatchObject({ kind: "unsafe" });
  expect(strayed("fe80::1%eth0", "fe80::1")).toMatchObject({ kind: "unsafe" });
  expect(strayed(undefined, "93.184.215.14")).toMatchObject({ kind: "network" });
});

/** A TLS server on loopback, asked as `host`, its own certificate vouched for or not. */
async function overTls(host: string, authorities?: string) {
  const server = createTlsServer({ cert: certificate, key: certificateKey }, (socket) => {
    socket.on("error", () => {});
    socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"));
  });
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const plain = await opened(dial(port, "127.0.0.1"), "connect", "refused");
  if (!plain.ok) throw new Error(plain.error.reason);
  const answer = await secured(plain.value, host, never, authorities);
  const status = answer.ok ? await ask(answer.value, { method: "GET", path: "/", headers: { host } }, never) : answer;
  if (status.ok) status.value.end();
  plain.value.destroy();
  server.close();
  return status;
}

test("a page is read over TLS if the certificate is the host's", async () => {
  expect(await overTls("news.example", certificate)).toMatchObject({ ok: true, value: { status: 200 } });
  expect(await overTls("news.example.", certificate)).toMatchObject({ ok: true, value: { status: 200 } });
});

test("a certificate that nobody vouches for, or that is another host's, ends the connection", async () => {
  expect(await overTls("news.example")).toMatchObject({ ok: false, error: { kind: "tls" } });
  expect(await overTls("other.example", certificate)).toMatchObject({ ok: false, error: { kind: "tls" } });
  expect(await overTls("93.184.215.14", certificate)).toMatchObject({ ok: false, error: { kind: "tls" } });
});

test("a server that does not speak TLS is told as such", async () => {
  const server = createServer((socket) => socket.on("error", () => {}).end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const plain = await opened(dial((server.address() as AddressInfo).port, "127.0.0.1"), "connect", "refused");
  if (!plain.ok) throw new Error(plain.error.reason);
  expect(await secured(plain.value, "news.example", never)).toMatchObject({ ok: false, error: { kind: "tls" } });
  server.close();
});

test("a port where nobody listens is told as refused", async () => {
  const { port, close } = await startCanaries(["127.0.0.1"]);
  await close();
  expect(await opened(dial(port, "127.0.0.1"), "connect", "tls")).toMatchObject({
    ok: false,
    error: { kind: "refused" },
  });
});

test("where the first address does not answer the next one is tried, in their order", async () => {
  const tried: string[] = [];
  const target = { port: 80, host: "news.example", secure: false };
  const answer = await connectToFirst(
    ["1.1.1.1", "8.8.8.8", "9.9.9.9"],
    target,
    async ({ address }) => {
      tried.push(address);
      return address === "8.8.8.8"
        ? { ok: true, value: dial(9, "127.0.0.1").on("error", () => {}) }
        : { ok: false, error: { kind: "refused", reason: "No." } };
    },
    never,
  );
  expect(answer.ok).toBe(true);
  expect(tried).toEqual(["1.1.1.1", "8.8.8.8"]);
});
