import { Resolver } from "node:dns/promises";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Canaries, startCanaries } from "@/server/testing/guard/canaries";
import { rebind } from "@/server/testing/guard/rebinding";
import { startNameServer } from "@/server/testing/internet/name-server";

let canaries: Canaries;
beforeAll(async () => {
  canaries = await startCanaries(["127.0.0.1", "::1"]);
});
afterAll(() => canaries.close());

test("a thousand names that change their addresses lead nobody inside", async () => {
  const { outside, queries, failures } = await rebind(1_000, canaries.port);
  expect(canaries.visits).toEqual([]);
  // They were looked up in earnest, some were let through, and many were caught.
  expect(queries).toBeGreaterThan(2_000);
  expect(outside).toBeGreaterThan(300);
  expect(failures["unsafe"]).toBeGreaterThan(300);
  expect(Object.keys(failures).sort()).toEqual(["dns", "none", "unsafe"]);
}, 30_000);

test("whoever checks one look-up and connects by another is led inside by such a name", async () => {
  let asked = 0;
  const names = await startNameServer(() => ({ addresses: asked++ === 0 ? ["93.184.215.14"] : ["127.0.0.1"] }));
  const resolver = new Resolver();
  resolver.setServers([`127.0.0.1:${names.port}`]);
  expect(await resolver.resolve4("rebound.example")).toEqual(["93.184.215.14"]);
  const [address] = await resolver.resolve4("rebound.example");
  const before = canaries.visits.length;
  await new Promise((resolve) =>
    connect({ host: address!, port: canaries.port })
      .on("data", () => {})
      .on("close", resolve),
  );
  expect(canaries.visits.length).toBe(before + 1);
  canaries.visits.length = 0;
  await names.close();
});
