import "@/server/testing/own-database";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { hashPassword } from "@/server/access/password";
import { changePassword } from "@/server/commands/access/change-password";
import { db } from "@/server/db";
import { hire, type Somebody } from "@/server/testing/people";
import { type Session, sessionHeader } from "./cookie";
import { actorOf } from "./session";
import { signIn } from "./sign-in";

const password = "a ferry before the bridge";
let ada: Somebody;
let email: string;

beforeAll(() => {
  process.env["NEXTAUTH_SECRET"] = "only for tests: nobody signs in with this anywhere else";
});
beforeEach(async () => {
  await db.rateLimit.deleteMany();
  ada = await hire("Ada", "editor");
  ({ email } = await db.user.update({
    where: { id: ada.id },
    data: { passwordHash: await hashPassword(password) },
    select: { email: true },
  }));
});

const headersOf = async (session: Session) =>
  new Headers({ cookie: (await sessionHeader(session)).split(";")[0] ?? "" });
const signedIn = async () => {
  const result = await signIn({ email, password }, "192.0.2.1");
  if (!result.ok) throw new Error(result.error.kind);
  return headersOf(result.value);
};

test("who has the password is who they say, however they write their e-mail", async () => {
  const result = await signIn({ email: ` ${email.toUpperCase()} `, password }, "192.0.2.1");
  expect(result).toEqual({ ok: true, value: { userId: ada.id, epoch: 0 } });
});

test("a wrong password, an unknown e-mail, a deactivated person and nonsense get one and the same answer", async () => {
  const gone = await hire("Gone", "editor");
  const row = await db.user.update({
    where: { id: gone.id },
    data: { passwordHash: await hashPassword(password), deactivatedAt: new Date() },
  });
  const tries = [
    { email, password: "not the password" },
    { email: "nobody@example.org", password },
    { email: row.email, password },
    { email: { not: "" }, password },
    { email, password: "x".repeat(10_000) },
    null,
  ];
  for (const given of tries) expect(await signIn(given, "192.0.2.1")).toEqual({ ok: false, error: { kind: "wrong" } });
});

test("after ten wrong tries the eleventh is not looked at, right or wrong, and is told how long to wait", async () => {
  await Promise.all(Array.from({ length: 10 }, () => signIn({ email, password: "wrong" }, "192.0.2.1")));
  const late = await signIn({ email, password }, "192.0.2.2");
  expect(late).toMatchObject({ ok: false, error: { kind: "limited", message: expect.stringContaining("minutes") } });
});

test("one address cannot try many people without end", async () => {
  const guess = (n: number) => signIn({ email: `person-${n}@example.org`, password: "wrong" }, "192.0.2.9");
  const results = await Promise.all(Array.from({ length: 61 }, (_, n) => guess(n)));
  expect(results.filter((result) => !result.ok && result.error.kind === "limited")).toHaveLength(1);
  expect((await signIn({ email, password }, "192.0.2.1")).ok).toBe(true);
});

test("a right password forgets the wrong ones before it", async () => {
  for (let round = 0; round < 3; round++) {
    await Promise.all(Array.from({ length: 9 }, () => signIn({ email, password: "wrong" }, `192.0.2.${round}`)));
    expect((await signIn({ email, password }, "192.0.2.1")).ok).toBe(true);
  }
});

test("a session knows its person's roles of this moment", async () => {
  const headers = await signedIn();
  expect(await actorOf(headers)).toEqual({ id: ada.id, roles: ["editor"] });
  await db.user.update({ where: { id: ada.id }, data: { roles: ["reviewer"] } });
  expect(await actorOf(headers)).toEqual({ id: ada.id, roles: ["reviewer"] });
});

test("a session ends with its person, and with its epoch", async () => {
  const headers = await signedIn();
  await db.user.update({ where: { id: ada.id }, data: { deactivatedAt: new Date() } });
  expect(await actorOf(headers)).toBeNull();
  await db.user.update({ where: { id: ada.id }, data: { deactivatedAt: null, epoch: { increment: 1 } } });
  expect(await actorOf(headers)).toBeNull();
});

test("a cookie that we did not make says nothing", async () => {
  const good = (await signedIn()).get("cookie") ?? "";
  const forged = [good.slice(0, -4), `${good}x`, "imprimatur=", "imprimatur=a.b.c.d.e", "other=1"];
  for (const cookie of forged) expect(await actorOf(new Headers({ cookie }))).toBeNull();
  expect(await actorOf(new Headers({ authorization: `Bearer ${good.split("=")[1]}` }))).toBeNull();
});

test("a new password ends every session, also against somebody who guesses at the old one", async () => {
  const headers = await signedIn();
  expect(await changePassword.run(ada, { current: "wrong", next: "another bridge altogether" })).toMatchObject({
    error: { kind: "wrong-password" },
  });
  expect(await changePassword.run(ada, { current: password, next: "password1234" })).toMatchObject({
    error: { kind: "invalid" },
  });
  const changed = await changePassword.run(ada, { current: password, next: "another bridge altogether" });
  expect(changed).toMatchObject({ ok: true, value: { endedSessionsOf: ada.id, epoch: 1 } });
  expect(await actorOf(headers)).toBeNull();
  expect((await signIn({ email, password }, "192.0.2.1")).ok).toBe(false);
  for (let n = 0; n < 10; n++) await changePassword.run(ada, { current: "wrong", next: "a bridge of another kind" });
  const guessing = await changePassword.run(ada, { current: "wrong", next: "a bridge of another kind" });
  expect(guessing).toMatchObject({ ok: false, error: { kind: "limited" } });
});
