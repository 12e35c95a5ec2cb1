import { afterAll, beforeAll, expect, test } from "vitest";
import { type Internet, startInternet } from "@/server/testing/internet/internet";
import { bomb } from "@/server/testing/internet/sites/bomb";
import { huge } from "@/server/testing/internet/sites/huge";
import { redirecting } from "@/server/testing/internet/sites/redirecting";
import { slow } from "@/server/testing/internet/sites/slow";
import { types } from "@/server/testing/internet/sites/types";

let internet: Internet;
beforeAll(async () => {
  internet = await startInternet([bomb, huge, redirecting, slow, types]);
});
afterAll(() => internet.close());

const refused = (kind: string) => ({ ok: false, error: { kind } });
const megabyte = 1024 * 1024;

test("two megabytes are read, and not a byte more", async () => {
  const edge = await internet.fetch("https://huge.example/edge");
  expect(edge.ok && edge.value.body.length).toBe(2 * megabyte);
  for (const path of ["declared", "undeclared", "endless"])
    expect(await internet.fetch(`https://huge.example/${path}`)).toMatchObject(refused("too-large"));
});

test("whoever asks for less gets less, and nobody gets more than the caps", async () => {
  expect(await internet.fetch("https://huge.example/edge", { size: megabyte })).toMatchObject(refused("too-large"));
  expect(await internet.fetch("https://huge.example/endless", { size: 1e12 })).toMatchObject(refused("too-large"));
  expect(await internet.fetch("https://moved.example/chain/6", { hops: 100 })).toMatchObject(
    refused("too-many-redirects"),
  );
  expect(await internet.fetch("https://moved.example/chain/1", { hops: 0 })).toMatchObject(
    refused("too-many-redirects"),
  );
  expect(await internet.fetch("https://moved.example/chain/5")).toMatchObject({
    ok: true,
    value: { redirects: { length: 5 } },
  });
});

test("a bomb is not unpacked: memory grows by a fraction of what is in it", async () => {
  const paths = ["gzip", "br", "deflate", "raw-deflate", "twice"];
  // The sites pack their bombs once, and that takes memory of its own.
  for (const path of paths) await internet.fetch(`https://bomb.example/${path}`);
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 1);
  for (let round = 0; round < 2; round++)
    for (const path of paths)
      expect(await internet.fetch(`https://bomb.example/${path}`)).toMatchObject(refused("too-large"));
  clearInterval(watch);
  expect((Math.max(most, process.memoryUsage.rss()) - before) / megabyte).toBeLessThan(40);
}, 20_000);

test("an endless body that unpacks to nothing is left after two megabytes", async () => {
  expect(await internet.fetch("https://bomb.example/hollow")).toMatchObject(refused("too-large"));
}, 20_000);

test("a site that says nothing, and one that says a letter at a time, are left at the hour", async () => {
  for (const path of ["head", "drip"]) {
    const start = performance.now();
    expect(await internet.fetch(`https://slow.example/${path}`, { timeout: 300 })).toMatchObject(refused("timeout"));
    expect(performance.now() - start).toBeLessThan(4_000);
  }
});

test("a request that is called off ends at once, also one called off beforehand", async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 50);
  expect(await internet.fetch("https://slow.example/head", { signal: controller.signal })).toMatchObject(
    refused("aborted"),
  );
  expect(await internet.fetch("https://slow.example/late", { signal: AbortSignal.abort() })).toMatchObject(
    refused("aborted"),
  );
});

test("only the types that are asked for are read, whatever the body is", async () => {
  const page = { accept: ["text/html", "application/xhtml+xml"] };
  for (const path of ["zip-as-page", "page-as-json", "no-type"])
    expect(await internet.fetch(`https://types.example/${path}`, page)).toMatchObject(refused("wrong-type"));
  expect(await internet.fetch("https://types.example/zip-as-page", { accept: ["application/*"] })).toMatchObject({
    ok: true,
  });
  expect(await internet.fetch("https://types.example/missing", page)).toMatchObject({
    ok: true,
    value: { status: 404 },
  });
});

test("a HEAD asks for the head only, however large the body would be", async () => {
  const answer = await internet.fetch("https://huge.example/declared", { method: "HEAD" });
  expect(answer).toMatchObject({ ok: true, value: { status: 200, body: { length: 0 } } });
  expect(internet.requests.at(-1)?.method).toBe("HEAD");
});
