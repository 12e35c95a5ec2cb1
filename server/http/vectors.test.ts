import fc from "fast-check";
import { expect, test } from "vitest";
import { follow } from "@/server/testing/guard/follow";
import { isInside } from "@/server/testing/guard/is-inside";
import { disguises, spellingsV4 } from "@/server/testing/guard/spellings";
import { harmless, vectors } from "@/server/testing/guard/vectors";
import { isPublicAddress } from "./public-address";

test("no address that leads inside opens a connection there, however it is written and whatever leads to it", async () => {
  const kinds: Record<string, number> = {};
  const letIn: string[] = [];
  for (const vector of vectors()) {
    const { targets, answer } = await follow(vector);
    if (answer.ok || targets.some(({ address }) => address !== harmless)) letIn.push(vector.label);
    else kinds[answer.error.kind] = (kinds[answer.error.kind] ?? 0) + 1;
  }
  expect(letIn).toEqual([]);
  // Each for one of these reasons and none by accident.
  expect(Object.keys(kinds).sort()).toEqual(["bad-redirect", "bad-url", "too-many-redirects", "unsafe"]);
  expect(Object.values(kinds).reduce((sum, count) => sum + count)).toBeGreaterThan(6_000);
  expect(kinds["unsafe"]).toBeGreaterThan(5_000);
}, 30_000);

const zone = () => [harmless];
const direct = Object.entries(spellingsV4("93.184.215.14")).filter(([, host]) => !host.startsWith("["));

test.each(direct)("a public address is reached in the same spellings: %s", async (_, host) => {
  const { targets, answer } = await follow({ url: `https://${host}/`, zone });
  expect(answer).toMatchObject({ ok: true, value: { status: 200 } });
  expect(targets).toEqual([{ address: "93.184.215.14", host: "93.184.215.14", port: 443, secure: true }]);
});

const plain = ["http", "https", "capital scheme", "no slashes", "many slashes", "backslashes", "spaces"];
test.each(plain)("a public name is reached in a harmless disguise: %s", async (way) => {
  const { targets } = await follow({ url: disguises("news.example")[way]!, zone });
  expect(targets).toMatchObject([{ address: harmless, host: "news.example" }]);
});

test("a name in other letters is reached under the one that DNS knows", async () => {
  const { targets } = await follow({ url: "https://Bücher.Example/", zone });
  expect(targets).toMatchObject([{ address: harmless, host: "xn--bcher-kva.example" }]);
});

test("five redirects are followed and a sixth is not", async () => {
  const to = (hops: number) => `https://news.example/hops/${hops}?https%3A%2F%2Fnews.example%2F`;
  expect(await follow({ url: to(5), zone })).toMatchObject({ answer: { ok: true }, targets: { length: 6 } });
  expect(await follow({ url: to(6), zone })).toMatchObject({
    answer: { ok: false, error: { kind: "too-many-redirects" } },
    targets: { length: 6 },
  });
});

test("the addresses just outside of special blocks are public ones", () => {
  const outside = ["1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255"];
  const more = ["128.0.0.0", "168.63.129.15", "168.63.129.17", "169.253.255.255", "169.255.0.0", "172.15.255.255"];
  const last = [
    "172.32.0.0",
    "192.0.1.0",
    "192.0.3.0",
    "192.167.255.255",
    "192.169.0.0",
    "198.17.255.255",
    "198.20.0.0",
  ];
  const end = ["198.51.99.255", "198.51.101.0", "203.0.112.255", "203.0.114.0", "223.255.255.255"];
  const v6 = [
    "2000::",
    "2001:200::",
    "2001:db7:ffff::",
    "2001:db9::",
    "2003::",
    "2620:4f:7fff::",
    "2620:4f:8001::",
    "3ffd::",
    "3fff:1000::",
  ];
  for (const address of [...outside, ...more, ...last, ...end, ...v6])
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
});

test("whatever the text of an address, it is refused or leads to a public address", async () => {
  const number = fc.oneof(
    fc.nat(0xffffffff).map(String),
    fc.nat(0xffffffff).map((n) => `0x${n.toString(16)}`),
    fc.nat(300).map((n) => `0${n.toString(8)}`),
  );
  const host = fc.oneof(
    fc.ipV4(),
    fc.ipV4Extended(),
    fc.ipV6().map((address) => `[${address}]`),
    fc.array(number, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(".")),
    fc
      .tuple(fc.ipV4(), fc.constantFrom("[::ffff:", "[64:ff9b::", "[::"))
      .map(([address, start]) => `${start}${address}]`),
    fc.domain(),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("localhost", "LOCALHOST.", "x.local", "metadata.internal"),
  );
  const user = fc.oneof(
    { weight: 3, arbitrary: fc.constant("") },
    fc.string().map((name) => `${name}@`),
  );
  const port = fc.oneof(
    { weight: 3, arbitrary: fc.constant("") },
    fc.nat(70_000).map((n) => `:${n}`),
  );
  const text = fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom("http://", "https://", "http:", "//", "ftp://"), user, host, port, fc.webPath())
        .map((parts) => parts.join("")),
    },
    fc.string(),
    fc.webUrl(),
  );
  const answers = fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.constant(harmless)), { maxLength: 4 });
  let connected = 0;
  await fc.assert(
    fc.asyncProperty(text, answers, async (url, addresses) => {
      const { targets, answer } = await follow({ url, zone: () => addresses });
      connected += targets.length;
      expect(targets.filter(({ address }) => isInside(address))).toEqual([]);
      if (!answer.ok) expect(answer.error.reason).not.toBe("");
    }),
    { numRuns: 1_000 },
  );
  expect(connected).toBeGreaterThan(50);
}, 30_000);
