import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { roles } from "@/domain/access/policy";
import { db } from "@/server/db";
import * as things from "@/server/testing/door-things";
import { cookieOf, everything, openWorld, type World } from "@/server/testing/door-world";
import { hire } from "@/server/testing/people";
import { send } from "./at-the-door.testing";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test("an admin does not deactivate themselves", async () => {
  const { admin } = world.people;
  const before = await everything();
  const body = JSON.stringify({ userId: admin.id });
  expect((await send("person.deactivate", { cookie: await cookieOf(admin), body })).status).toBe(403);
  expect(await everything()).toBe(before);
});

test("nobody confirms a waiver that they asked for, or approves what they wrote, whatever their roles", async () => {
  const { writer, id } = world.working;
  await db.user.update({ where: { id: writer.id }, data: { roles: [...roles] } });
  const cookie = await cookieOf(writer);
  const waiver = { articleId: id, ...(await things.waiver(world)) };
  expect((await send("waiver.confirm", { cookie, body: JSON.stringify(waiver) })).status).toBe(403);

  const { writer: author, id: articleId, sections } = world.reviewed;
  await db.user.update({ where: { id: author.id }, data: { roles: [...roles] } });
  const all = { articleId, sections: sections.map(({ id: section, digest }) => ({ section, digest })) };
  const body = JSON.stringify(all);
  expect((await send("review.approve", { cookie: await cookieOf(author), body })).status).toBe(403);
});

test("an owner hands an article over without being an admin, and another editor does not", async () => {
  const { id: articleId, writer } = world.working;
  const body = JSON.stringify({ articleId, ownerId: world.people.editor.id });
  const other = await cookieOf(world.people.editor);
  expect((await send("article.hand-over", { cookie: other, body })).status).toBe(403);
  expect((await send("article.hand-over", { cookie: await cookieOf(writer), body })).status).toBe(200);
});

test("what belongs to one article is not reached through another", async () => {
  const foreign = [
    ["review.approve", { sections: world.approved.sections.map(({ id, digest }) => ({ section: id, digest })) }],
    ["review.revoke", { approvalId: world.approved.approval, reason: "I misread it." }],
    ["reference.remove", await things.reference(world)],
    ["reference.resolve", { ...(await things.reference(world)), ...(await things.source(world)) }],
    ["reference.drop-labels", { ...(await things.reference(world)), labels: ["9"] }],
    ["reference.create-source", { ...(await things.reference(world)), record: things.record() }],
    ["reference.reorder", { order: [(await things.reference(world)).referenceId] }],
    ["article.restore", { ...(await things.revision(world)), version: 0 }],
    ["thread.open", { ...(await things.passage(world)), body: "A question." }],
    ["thread.answer", { ...(await things.thread(world)), body: "An answer." }],
    ["thread.resolve", await things.thread(world)],
    ["thread.reopen", await things.thread(world)],
    ["waiver.confirm", await things.waiver(world)],
    ["waiver.withdraw", await things.waiver(world)],
  ] as const;
  const able = await hire("Able", ...roles);
  const before = await everything();
  for (const [name, input] of foreign) {
    const body = JSON.stringify({ articleId: world.reviewed.id, ...input });
    const { status } = await send(name, { cookie: await cookieOf(able), body });
    expect([404, 409, 422], name).toContain(status);
  }
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
