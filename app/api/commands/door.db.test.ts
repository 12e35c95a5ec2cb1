// oxlint-disable no-restricted-imports -- a test of a route needs a database of its own, which the route must not know.
import "@/server/testing/own-database";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, type Role, roles } from "@/domain/access/policy";
import { UserId } from "@/domain/ids";
import { commands, publicCommands } from "@/server/commands";
import { examples } from "@/server/testing/door-examples";
import { cookieOf, everything, openWorld, type World } from "@/server/testing/door-world";
import { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "./[name]/route";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const own = { host: "desk.example.org", origin: "http://desk.example.org", "sec-fetch-site": "same-origin" };
const names = [...commands.keys()].sort();
const closed = names.filter((name) => !publicCommands.has(name));

type Sent = { cookie?: string; headers?: Record<string, string>; body?: BodyInit };

/** Sends a body as a browser on the desk would, unless told otherwise. */
async function send(name: string, { cookie, headers = {}, body = "{}" }: Sent) {
  const request = new Request(`http://desk.example.org/api/commands/${name}`, {
    method: "POST",
    headers: { ...own, "content-type": "application/json", ...(cookie ? { cookie } : {}), ...headers },
    body,
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
  return told(await POST(request, { params: Promise.resolve({ name }) }));
}

async function told(response: Response) {
  const text = await response.text();
  expect(text).not.toMatch(/node_modules|at .*\.ts:\d+|PrismaClient/);
  const answer: { ok: boolean; error?: { kind: string; message: string; issues?: string[] } } = JSON.parse(text);
  if (!answer.ok) expect(answer.error?.message).toMatch(/^.{3,}$/s);
  return { status: response.status, answer, headers: response.headers };
}

const inputOf = async (name: string, actor: Actor): Promise<object> => {
  const example = examples[name];
  if (!example) throw new Error(`${name} has no example in server/testing/door-examples.ts`);
  return example.input(world, actor);
};
const everyone = () => world.people.admin;

test("every command has an example, and every example a command", () => {
  expect(Object.keys(examples).sort()).toEqual(names);
});

describe("who may", () => {
  test.each(closed)("%s is for nobody without a session that still counts", async (name) => {
    const body = JSON.stringify(await inputOf(name, everyone()));
    const before = await everything();
    const cookies = [
      undefined,
      "imprimatur=not-a-token",
      await cookieOf(world.gone),
      await cookieOf(world.people.admin, 1),
    ];
    for (const cookie of cookies) {
      const { status, answer } = await send(name, { body, ...(cookie ? { cookie } : {}) });
      expect([status, answer.error?.kind]).toEqual([401, "signed-out"]);
    }
    expect(await everything()).toBe(before);
  });

  const pairs = closed.flatMap((name) => roles.map((role): [string, Role] => [name, role]));
  const someone = UserId.parse("00000000-0000-4000-8000-000000000000");
  const allowed = ([name, role]: [string, Role]) => examples[name]?.may({ id: someone, roles: [role] }) ?? false;

  test.each(pairs.filter((pair) => !allowed(pair)))("%s is not for a person who is only %s", async (name, role) => {
    const actor = world.people[role];
    const body = JSON.stringify(await inputOf(name, actor));
    const before = await everything();
    const { status } = await send(name, { cookie: await cookieOf(actor), body });
    expect(status).toBe(403);
    expect(await everything()).toBe(before);
  });

  test.each(pairs.filter(allowed))("%s is for a person who is only %s", async (name, role) => {
    const actor = world.people[role];
    const body = JSON.stringify(await inputOf(name, actor));
    const { status, answer } = await send(name, { cookie: await cookieOf(actor), body });
    expect([200, 409], JSON.stringify(answer)).toContain(status);
  });
});

describe("own and other", () => {
  test("an admin does not deactivate themselves", async () => {
    const { admin } = world.people;
    const before = await everything();
    const body = JSON.stringify({ userId: admin.id });
    expect((await send("person.deactivate", { cookie: await cookieOf(admin), body })).status).toBe(403);
    expect(await everything()).toBe(before);
  });

  test("whose session it is goes on with a fresh cookie, and the one before is over", async () => {
    const { editor } = world.people;
    const old = await cookieOf(editor);
    const { status, headers } = await send("account.sign-out-everywhere", { cookie: old });
    expect(status).toBe(200);
    const fresh = headers.get("set-cookie") ?? "";
    expect(fresh).toMatch(/^imprimatur=[^;]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    const body = JSON.stringify({ name: "Still Me" });
    expect((await send("account.rename", { cookie: old, body })).status).toBe(401);
    expect((await send("account.rename", { cookie: fresh.split(";")[0] ?? "", body })).status).toBe(200);
  });

  test("an admin who changes another's roles gets no session of theirs", async () => {
    const cookie = await cookieOf(world.people.admin);
    const body = JSON.stringify({ userId: world.people.editor.id, roles: ["editor"] });
    const { status, headers } = await send("person.set-roles", { cookie, body });
    expect([status, headers.get("set-cookie")]).toEqual([200, null]);
  });
});

describe("bad input", () => {
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
    const input = await inputOf(name, everyone());
    const tries = ["actor", "roles__", "userId__", "constructor"].map((field) => ({ ...input, [field]: "x" }));
    const polluted = `{"__proto__":{"roles":["admin"]},${JSON.stringify(input).slice(1)}`.replace(",}", "}");
    await refuses(name, [...tries.map((body) => ({ body: JSON.stringify(body) })), { body: polluted }], [422]);
  });

  const wrong = [{ not: "" }, [], [[]], 12.5, -1, 1e300, true, "", "\u0000", "\ud800", { $ne: null }, [null]];
  test.each(names)("%s takes no field of another type", async (name) => {
    const input = await inputOf(name, everyone());
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
    const bodies = ["null", "[]", '"text"', "12", "true", `[${JSON.stringify(await inputOf(name, everyone()))}]`];
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
    let pulled = 0;
    const piece = new TextEncoder().encode(" ".repeat(64 * 1024));
    const body = new ReadableStream({
      pull(controller) {
        pulled += piece.byteLength;
        if (pulled > 10 * 1024 * 1024) return controller.close();
        controller.enqueue(piece);
      },
    });
    await refuses(name, [{ body }], [413]);
    expect(pulled).toBeLessThanOrEqual((commands.get(name)?.bodyLimit ?? 0) + 3 * piece.byteLength);
    await refuses(name, [{ body: "{}", headers: { "content-length": "10485760" } }], [413]);
  });

  test.each(names)("%s takes nothing from another site, and nothing that a form could send", async (name) => {
    const body = JSON.stringify(await inputOf(name, everyone()));
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
    const types = [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "",
      "text/json",
    ];
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
});
