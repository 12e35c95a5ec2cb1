import "@/server/testing/own-database";
import { beforeEach, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import { hashPassword, isPassword } from "@/server/access/password";
import { db } from "@/server/db";
import { hire } from "@/server/testing/people";
import { acceptInvitation } from "./accept-invitation";
import { addFromShell } from "./add-from-shell";
import { deactivate } from "./deactivate";
import { invite } from "./invite";
import { reactivate } from "./reactivate";
import { resetLink } from "./reset-link";
import { setRoles } from "./set-roles";
import { withdrawInvitation } from "./withdraw-invitation";

beforeEach(async () => {
  await db.user.updateMany({ data: { deactivatedAt: new Date() } });
});

const good = "a ferry before the bridge";
const tokenOf = (link: string) => link.split("/").at(-1) ?? "";
const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const refusal = (result: { ok: boolean; error?: unknown }) => (result.ok ? null : result.error);
const invited = (name: string) => {
  const email = `${crypto.randomUUID()}@example.org`;
  return { email, name, roles: ["editor" as const] };
};

test("two admins who demote each other at the same moment leave one", async () => {
  for (let round = 0; round < 5; round++) {
    await db.user.updateMany({ data: { deactivatedAt: new Date() } });
    const [ana, bo] = [await hire("Ana", "admin"), await hire("Bo", "admin")];
    const results = await Promise.all([
      setRoles.run(ana, { userId: bo.id, roles: ["editor"] }),
      setRoles.run(bo, { userId: ana.id, roles: ["editor"] }),
    ]);
    expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
    expect(await db.user.count({ where: { roles: { has: "admin" }, deactivatedAt: null } })).toBe(1);
  }
});

test("two admins who deactivate each other at the same moment leave one", async () => {
  const [ana, bo] = [await hire("Ana", "admin"), await hire("Bo", "admin")];
  const results = await Promise.all([deactivate.run(ana, { userId: bo.id }), deactivate.run(bo, { userId: ana.id })]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(await db.user.count({ where: { roles: { has: "admin" }, deactivatedAt: null } })).toBe(1);
});

test("the last admin stays one", async () => {
  const ana = await hire("Ana", "admin", "editor");
  expect(refusal(await setRoles.run(ana, { userId: ana.id, roles: ["editor"] }))).toMatchObject({
    kind: "last-admin",
  });
  expect(refusal(await deactivate.run(ana, { userId: ana.id }))).toMatchObject({ kind: "forbidden" });
});

test("an invited person joins with the roles that were given, and the link works once", async () => {
  const ana = await hire("Ana", "admin");
  const who = invited("Cy");
  const { link } = value(await invite.run(ana, who));
  const token = tokenOf(link);
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  expect(value(await acceptInvitation.run(systemActor, { token, name: "Cy Young", password: good }))).toEqual({
    email: who.email,
  });
  const person = await db.user.findUniqueOrThrow({ where: { email: who.email } });
  expect(person).toMatchObject({ name: "Cy Young", roles: ["editor"], deactivatedAt: null });
  expect(person.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const again = await acceptInvitation.run(systemActor, { token, name: "Cy", password: good });
  expect(refusal(again)).toMatchObject({ kind: "over" });
});

test("one link opened by two at once lets one in", async () => {
  const ana = await hire("Ana", "admin");
  const { link } = value(await invite.run(ana, invited("Cy")));
  const accept = () => acceptInvitation.run(systemActor, { token: tokenOf(link), name: "Cy", password: good });
  const results = await Promise.all([accept(), accept(), accept()]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
});

test("the database never holds an invitation's secret", async () => {
  const ana = await hire("Ana", "admin");
  const token = tokenOf(value(await invite.run(ana, invited("Cy"))).link);
  const rows = await db.$queryRaw<{ row: string }[]>`
    select to_jsonb(invitation)::text as row from invitation union all select data::text from event`;
  expect(rows.filter(({ row }) => row.includes(token))).toEqual([]);
});

test("a link that was withdrawn, replaced or has expired lets nobody in", async () => {
  const ana = await hire("Ana", "admin");
  const who = invited("Cy");
  const replaced = value(await invite.run(ana, who));
  const withdrawn = value(await invite.run(ana, who));
  value(await withdrawInvitation.run(ana, { invitationId: withdrawn.invitationId }));
  const late = value(await invite.run(ana, invited("Di")));
  await db.invitation.update({ where: { id: late.invitationId }, data: { expiresAt: new Date(Date.now() - 1) } });
  for (const { link } of [replaced, withdrawn, late]) {
    const input = { token: tokenOf(link), name: "Cy", password: good };
    expect(refusal(await acceptInvitation.run(systemActor, input))).toMatchObject({ kind: "over" });
  }
});

test("a weak password does not use the link up", async () => {
  const ana = await hire("Ana", "admin");
  const token = tokenOf(value(await invite.run(ana, invited("Cy"))).link);
  const weak = await acceptInvitation.run(systemActor, {
    token,
    name: "Cy",
    password: "password1234",
  });
  expect(refusal(weak)).toMatchObject({ kind: "invalid" });
  value(await acceptInvitation.run(systemActor, { token, name: "Cy", password: good }));
});

test("whoever is deactivated or is an admin no more leaves no open invitation behind", async () => {
  const [ana, bo] = [await hire("Ana", "admin"), await hire("Bo", "admin")];
  const first = value(await invite.run(bo, invited("Cy")));
  value(await setRoles.run(ana, { userId: bo.id, roles: ["editor"] }));
  expect(await db.invitation.findUniqueOrThrow({ where: { id: first.invitationId } })).toMatchObject({
    withdrawnAt: expect.any(Date),
  });
  expect(refusal(await invite.run(bo, invited("Di")))).toMatchObject({ kind: "forbidden" });
});

test("a deactivated person comes back with the roles they had", async () => {
  const [ana, cy] = [await hire("Ana", "admin"), await hire("Cy", "reviewer")];
  value(await deactivate.run(ana, { userId: cy.id }));
  expect(refusal(await deactivate.run(ana, { userId: cy.id }))).toMatchObject({ kind: "wrong-state" });
  value(await reactivate.run(ana, { userId: cy.id }));
  expect(await db.user.findUniqueOrThrow({ where: { id: cy.id } })).toMatchObject({
    roles: ["reviewer"],
    deactivatedAt: null,
    epoch: 1,
  });
});

test("a reset link sets a new password and ends the sessions of before", async () => {
  const [ana, cy] = [await hire("Ana", "admin"), await hire("Cy", "editor")];
  await db.user.update({ where: { id: cy.id }, data: { passwordHash: await hashPassword("the old one of before") } });
  const { link } = value(await resetLink.run(ana, { userId: cy.id }));
  value(await acceptInvitation.run(systemActor, { token: tokenOf(link), name: null, password: good }));
  const row = await db.user.findUniqueOrThrow({ where: { id: cy.id } });
  expect(row).toMatchObject({ name: "Cy", epoch: 1 });
  expect(await isPassword(good, row.passwordHash)).toBe(true);
  expect(await isPassword("the old one of before", row.passwordHash)).toBe(false);
});

test("only the shell adds a person without an invitation", async () => {
  const ana = await hire("Ana", "admin");
  const who = { ...invited("Eva"), roles: ["admin" as const] };
  expect(refusal(await addFromShell.run(ana, who))).toMatchObject({ kind: "forbidden" });
  const { link } = value(await addFromShell.run(systemActor, who));
  value(await acceptInvitation.run(systemActor, { token: tokenOf(link), name: null, password: good }));
  expect(await db.user.findUniqueOrThrow({ where: { email: who.email } })).toMatchObject({ roles: ["admin"] });
});
