import { randomInt } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Role } from "@/domain/access/policy";
import { UserId } from "@/domain/ids";
import { hashPassword, isPassword } from "@/server/access/password";
import type { PersonActor } from "@/server/auth/session";
import { db } from "@/server/db";
import { newId } from "@/server/db/ids";

const staff: { name: string; email: string; roles: Role[] }[] = [
  { name: "Mara Eklund", email: "mara@newsroom.example", roles: ["editor"] },
  { name: "Otis Kwarteng", email: "otis@newsroom.example", roles: ["reviewer"] },
  { name: "Ada Lindqvist", email: "ada@newsroom.example", roles: ["admin", "editor", "reviewer"] },
];

export type Staff = { mara: PersonActor; otis: PersonActor; ada: PersonActor };

/** The seeded people, made on an empty database; null when others are here already, so that nobody is added to them. */
export async function firstPeople(): Promise<Staff | null> {
  const known = await db.user.findMany({ select: { email: true } });
  const ours = new Set(staff.map((person) => person.email));
  if (known.length > 0 && !known.some((person) => ours.has(person.email))) return null;
  const passwords = keptPasswords();
  for (const { name, email, roles } of staff) {
    if (known.some((person) => person.email === email)) continue;
    const password = (passwords[email] ??= newPassword());
    keep(passwords);
    await db.user.create({ data: { id: newId(), name, email, roles, passwordHash: await hashPassword(password) } });
  }
  const [mara, otis, ada] = await Promise.all(staff.map(({ email }) => actorWith(email)));
  return mara && otis && ada ? { mara, otis, ada } : null;
}

/** How each seeded person signs in, as lines to print; empty when this install has no passwords of theirs. */
export async function signIns(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(keptPasswords()).map(async ([email, password]) => {
      const row = await db.user.findUnique({ where: { email } });
      if (!row || row.deactivatedAt) return null;
      const word = (await isPassword(password, row.passwordHash)) ? password : "(has a password of their own now)";
      return `  ${row.name.padEnd(16)} ${row.roles.join(", ").padEnd(24)} ${email.padEnd(24)} ${word}`;
    }),
  );
  const told = lines.filter((line) => line !== null);
  return told.length > 0 ? ["Sign in as", ...told].join("\n") : "";
}

async function actorWith(email: string): Promise<PersonActor | null> {
  const row = await db.user.findUnique({ where: { email } });
  return row && { id: UserId.parse(row.id), roles: row.roles };
}

/** Four groups of letters that are told apart easily: 20 letters of 31, some 99 bits. */
function newPassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}

const file = () => join(process.env["IMPRIMATUR_DATA"] ?? ".data", "people.json");
const Passwords = z.record(z.string(), z.string());

const keptPasswords = (): Record<string, string> =>
  existsSync(file()) ? Passwords.parse(JSON.parse(readFileSync(file(), "utf8"))) : {};

function keep(passwords: Record<string, string>): void {
  writeFileSync(`${file()}.new`, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file()}.new`, file());
}
