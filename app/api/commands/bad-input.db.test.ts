import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { commands } from "@/server/commands";
import { cookieOf, everything, openWorld, type World } from "@/server/testing/door-world";
import { inputOf, names, own, type Sent, send, told } from "./at-the-door.testing";
import { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "./[name]/route";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const everyone = () => world.people.admin;

/** Sends what must be refused by each command as the admin, and sees that nothing has changed. */
async function refuses(name: string, tries: Sent[], statuses: number[]) {
  const cookie = await cookieOf(everyone());
  const before = await everything();
  for (const sent of tries) {
    const { status, answer } = await send(name, { cookie, ...sent });
    expect(statuses, `${String(sent.body).slice(0, 200)} → ${JSON.stringify(answer)}`).toContain(status);
  }
  expect(await everything()).toBe(before);
}

test.each(names)("%s takes no field that it does not know", async (name) => {
  const input = await inputOf(world, name, everyone());
  const tries = ["actor", "roles__", "userId__", "constructor"].map((field) => ({ ...input, [field]: "x" }));
  const polluted = `{"__proto__":{"roles":["admin"]},${JSON.stringify(input).slice(1)}`.replace(",}", "}");
  await refuses(name, [...tries.map((body) => ({ body: JSON.stringify(body) })), { body: polluted }], [422]);
});

const wrong = [{ not: "" }, [], [[]], 12.5, -1, 1e300, true, "", "\u0000", "\ud800", { $ne: null }, [null]];
test.each(names)("%s takes no field of another type", async (name) => {
  const input = await inputOf(world, name, everyone());
  const schema = commands.get(name)?.input;
  const tries = Object.keys(input).flatMap((field) =>
    wrong
      .map((value) => ({ ...input, [field]: value }))
      .filter((body) => !schema?.safeParse(body).success || /\0|\p{Surrogate}/u.test(String(Object.values(body)))),
  );
  const missing = Object.keys(input).map((field) =>
    Object.fromEntries(Object.entries(input).filter(([key]) => key !== field)),
  );
  const incomplete = missing.filter((body) => !schema?.safeParse(body).success);
  await refuses(
    name,
    [...tries, ...incomplete].map((body) => ({ body: JSON.stringify(body) })),
    [422],
  );
});

test.each(names)("%s takes no body that is not an object of JSON", async (name) => {
  const bodies = ["null", "[]", '"text"', "12", "true", `[${JSON.stringify(await inputOf(world, name, everyone()))}]`];
  await refuses(
    name,
    bodies.map((body) => ({ body })),
    [422],
  );
  const unreadable = ["", "{", "undefined", "{'a':1}", "<a/>", '{"a":1}{"a":1}', "\ufeff\ufeff{}"];
  await refuses(name, [...unreadable.map((body) => ({ body })), { body: new Uint8Array([0x22, 0xff, 0x22]) }], [400]);
});

test.each(names)("%s takes nothing that is nested without end", async (name) => {
  const deep = (times: number) => `${'{"a":'.repeat(times)}1${"}".repeat(times)}`;
  const bodies = [deep(1_000), `${"[".repeat(100_000)}${"]".repeat(100_000)}`, `{"a":${"[".repeat(5000)}`];
  await refuses(
    name,
    bodies.map((body) => ({ body })),
    [400, 413, 422],
  );
});

test.each(names)("%s reads no further than its limit, whatever a request says of its length", async (name) => {
  const limit = commands.get(name)?.bodyLimit ?? 0;
  let pulled = 0;
  const piece = new TextEncoder().encode(" ".repeat(64 * 1024));
  const body = new ReadableStream({
    pull(controller) {
      pulled += piece.byteLength;
      if (pulled > limit + 4 * 1024 * 1024) return controller.close();
      controller.enqueue(piece);
    },
  });
  await refuses(name, [{ body }], [413]);
  expect(pulled).toBeLessThanOrEqual(limit + 3 * piece.byteLength);
  await refuses(name, [{ body: "{}", headers: { "content-length": String(limit + 1) } }], [413]);
});

test.each(names)("%s takes nothing from another site, and nothing that a form could send", async (name) => {
  const body = JSON.stringify(await inputOf(world, name, everyone()));
  const elsewhere = [
    { origin: "https://elsewhere.example" },
    { origin: "null" },
    { origin: "http://desk.example.org.elsewhere.example" },
    { origin: "http://desk.example.org:81" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { origin: "" },
  ];
  await refuses(
    name,
    elsewhere.map((headers) => ({ body, headers })),
    [403],
  );
  const types = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "text/json"];
  await refuses(
    name,
    types.map((type) => ({ body, headers: { "content-type": type } })),
    [415],
  );
});

test("a cookie without an origin is not trusted, also where the browser is old", async () => {
  const request = new Request("http://desk.example.org/api/commands/account.rename", {
    method: "POST",
    headers: { host: own.host, "content-type": "application/json", cookie: await cookieOf(everyone()) },
    body: JSON.stringify({ name: "Somebody Else" }),
  });
  expect((await POST(request, { params: Promise.resolve({ name: "account.rename" }) })).status).toBe(403);
});

test.each([
  "",
  "person",
  "person.invite ",
  "../auth/signout",
  "constructor",
  "__proto__",
  "person.add-from-shell",
  "publishing.publish-scheduled",
])("there is no command %j", async (name) => {
  expect((await send(name, { cookie: await cookieOf(everyone()) })).status).toBe(404);
});

test.each([GET, PUT, PATCH, DELETE, OPTIONS])("there is no way in but POST (%#)", async (method) => {
  const { status, headers } = await told(method());
  expect([status, headers.get("allow")]).toEqual([405, "POST"]);
});
