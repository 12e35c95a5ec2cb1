import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { type Role, roles } from "@/domain/access/policy";
import { UserId } from "@/domain/ids";
import { examples } from "@/server/testing/door-examples";
import { cookieOf, everything, openWorld, type World } from "@/server/testing/door-world";
import { closed, inputOf, names, send } from "./at-the-door.testing";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test("every command has an example, and every example a command", () => {
  expect(Object.keys(examples).sort()).toEqual(names);
});

const everyone = () => world.people.admin;

test.each(closed)("%s is for nobody without a session that still counts", async (name) => {
  const body = JSON.stringify(await inputOf(world, name, everyone()));
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
  const body = JSON.stringify(await inputOf(world, name, actor));
  const before = await everything();
  const { status } = await send(name, { cookie: await cookieOf(actor), body });
  expect(status).toBe(403);
  expect(await everything()).toBe(before);
});

test.each(pairs.filter(allowed))("%s is for a person who is only %s", async (name, role) => {
  const actor = world.people[role];
  const body = JSON.stringify(await inputOf(world, name, actor));
  const { status, answer } = await send(name, { cookie: await cookieOf(actor), body });
  expect([200, 409], JSON.stringify(answer)).toContain(status);
});
