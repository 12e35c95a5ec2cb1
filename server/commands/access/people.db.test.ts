import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Desk, openDesk } from "@/server/testing/people";

let desk: Desk;
const at = async () => {
  const { setRoles } = await import("./set-roles");
  const { deactivate } = await import("./deactivate");
  const { reactivate } = await import("./reactivate");
  const { invite } = await import("./invite");
  const { acceptInvitation } = await import("./accept-invitation");
  const { withdrawInvitation } = await import("./withdraw-invitation");
  const { resetLink } = await import("./reset-link");
  const { addFromShell } = await import("./add-from-shell");
  const { systemActor } = await import("@/domain/access/policy");
  return {
    setRoles,
    deactivate,
    reactivate,
    invite,
    acceptInvitation,
    withdrawInvitation,
    resetLink,
    addFromShell,
    systemActor,
  };
};
let commands: Awaited<ReturnType<typeof at>>;

beforeAll(async () => {
  desk = await openDesk();
  commands = await at();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.db.user.updateMany({ data: { deactivatedAt: new Date() } });
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
    await desk.db.user.updateMany({ data: { deactivatedAt: new Date() } });
    const [ana, bo] = [await desk.person("Ana", ["admin"]), await desk.person("Bo", ["admin"])];
    const results = await Promise.all([
      commands.setRoles.run(ana, { userId: bo.id, roles: ["editor"] }),
      commands.setRoles.run(bo, { userId: ana.id, roles: ["editor"] }),
    ]);
    expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
    expect(await desk.db.user.count({ where: { roles: { has: "admin" }, deactivatedAt: null } })).toBe(1);
  }
});

test("two admins who deactivate each other at the same moment leave one", async () => {
  const [ana, bo] = [await desk.person("Ana", ["admin"]), await desk.person("Bo", ["admin"])];
  const results = await Promise.all([
    commands.deactivate.run(ana, { userId: bo.id }),
    commands.deactivate.run(bo, { userId: ana.id }),
  ]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(await desk.db.user.count({ where: { roles: { has: "admin" }, deactivatedAt: null } })).toBe(1);
});

test("the last admin stays one", async () => {
  const ana = await desk.person("Ana", ["admin", "editor"]);
  expect(refusal(await commands.setRoles.run(ana, { userId: ana.id, roles: ["editor"] }))).toMatchObject({
    kind: "last-admin",
  });
  expect(refusal(await commands.deactivate.run(ana, { userId: ana.id }))).toMatchObject({ kind: "forbidden" });
});

test("an invited person joins with the roles that were given, and the link works once", async () => {
  const ana = await desk.person("Ana", ["admin"]);
  const who = invited("Cy");
  const { link } = value(await commands.invite.run(ana, who));
  const token = tokenOf(link);
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  expect(
    value(await commands.acceptInvitation.run(commands.systemActor, { token, name: "Cy Young", password: good })),
  ).toEqual({
    email: who.email,
  });
  const person = await desk.db.user.findUniqueOrThrow({ where: { email: who.email } });
  expect(person).toMatchObject({ name: "Cy Young", roles: ["editor"], deactivatedAt: null });
  expect(person.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const again = await commands.acceptInvitation.run(commands.systemActor, { token, name: "Cy", password: good });
  expect(refusal(again)).toMatchObject({ kind: "over" });
});

test("one link opened by two at once lets one in", async () => {
  const ana = await desk.person("Ana", ["admin"]);
  const { link } = value(await commands.invite.run(ana, invited("Cy")));
  const accept = () =>
    commands.acceptInvitation.run(commands.systemActor, { token: tokenOf(link), name: "Cy", password: good });
  const results = await Promise.all([accept(), accept(), accept()]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
});

test("the database never holds an invitation's secret", async () => {
  const ana = await desk.person("Ana", ["admin"]);
  const token = tokenOf(value(await commands.invite.run(ana, invited("Cy"))).link);
  const rows = await desk.db.$queryRaw<{ row: string }[]>`
    select to_jsonb(invitation)::text as row from invitation union all select data::text from event`;
  expect(rows.filter(({ row }) => row.includes(token))).toEqual([]);
});

test("a link that was withdrawn, replaced or has expired lets nobody in", async () => {
  const ana = await desk.person("Ana", ["admin"]);
  const who = invited("Cy");
  const replaced = value(await commands.invite.run(ana, who));
  const withdrawn = value(await commands.invite.run(ana, who));
  value(await commands.withdrawInvitation.run(ana, { invitationId: withdrawn.invitationId }));
  const late = value(await commands.invite.run(ana, invited("Di")));
  await desk.db.invitation.update({ where: { id: late.invitationId }, data: { expiresAt: new Date(Date.now() - 1) } });
  for (const { link } of [replaced, withdrawn, late]) {
    const input = { token: tokenOf(link), name: "Cy", password: good };
    expect(refusal(await commands.acceptInvitation.run(commands.systemActor, input))).toMatchObject({ kind: "over" });
  }
});

test("a weak password does not use the link up", async () => {
  const ana = await desk.person("Ana", ["admin"]);
  const token = tokenOf(value(await commands.invite.run(ana, invited("Cy"))).link);
  const weak = await commands.acceptInvitation.run(commands.systemActor, {
    token,
    name: "Cy",
    password: "password1234",
  });
  expect(refusal(weak)).toMatchObject({ kind: "invalid" });
  value(await commands.acceptInvitation.run(commands.systemActor, { token, name: "Cy", password: good }));
});

test("whoever is deactivated or is an admin no more leaves no open invitation behind", async () => {
  const [ana, bo] = [await desk.person("Ana", ["admin"]), await desk.person("Bo", ["admin"])];
  const first = value(await commands.invite.run(bo, invited("Cy")));
  value(await commands.setRoles.run(ana, { userId: bo.id, roles: ["editor"] }));
  expect(await desk.db.invitation.findUniqueOrThrow({ where: { id: first.invitationId } })).toMatchObject({
    withdrawnAt: expect.any(Date),
  });
  expect(refusal(await commands.invite.run(bo, invited("Di")))).toMatchObject({ kind: "forbidden" });
});

test("a deactivated person comes back with the roles they had", async () => {
  const [ana, cy] = [await desk.person("Ana", ["admin"]), await desk.person("Cy", ["reviewer"])];
  value(await commands.deactivate.run(ana, { userId: cy.id }));
  expect(refusal(await commands.deactivate.run(ana, { userId: cy.id }))).toMatchObject({ kind: "wrong-state" });
  value(await commands.reactivate.run(ana, { userId: cy.id }));
  expect(await desk.db.user.findUniqueOrThrow({ where: { id: cy.id } })).toMatchObject({
    roles: ["reviewer"],
    deactivatedAt: null,
    epoch: 1,
  });
});

test("a reset link sets a new password and ends the sessions of before", async () => {
  const [ana, cy] = [await desk.person("Ana", ["admin"]), await desk.person("Cy", ["editor"], "the old one of before")];
  const { link } = value(await commands.resetLink.run(ana, { userId: cy.id }));
  value(
    await commands.acceptInvitation.run(commands.systemActor, { token: tokenOf(link), name: null, password: good }),
  );
  const { isPassword } = await import("@/server/auth/password");
  const row = await desk.db.user.findUniqueOrThrow({ where: { id: cy.id } });
  expect(row).toMatchObject({ name: "Cy", epoch: 1 });
  expect(await isPassword(good, row.passwordHash)).toBe(true);
  expect(await isPassword("the old one of before", row.passwordHash)).toBe(false);
});

test("only the shell adds a person without an invitation", async () => {
  const ana = await desk.person("Ana", ["admin"]);
  const who = { ...invited("Eva"), roles: ["admin" as const] };
  expect(refusal(await commands.addFromShell.run(ana, who))).toMatchObject({ kind: "forbidden" });
  const { link } = value(await commands.addFromShell.run(commands.systemActor, who));
  value(
    await commands.acceptInvitation.run(commands.systemActor, { token: tokenOf(link), name: null, password: good }),
  );
  expect(await desk.db.user.findUniqueOrThrow({ where: { email: who.email } })).toMatchObject({ roles: ["admin"] });
});
