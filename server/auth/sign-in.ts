import { z } from "zod";
import { Password } from "@/domain/access/password";
import { Email } from "@/domain/access/person";
import { UserId } from "@/domain/ids";
import { fail, ok, type Result } from "@/domain/result";
import { db } from "@/server/db";
import { sha256 } from "@/server/db/digest";
import type { Session } from "./cookie";
import { countTry, forgetTries, type Limited } from "@/server/db/limits";
import { isPassword } from "@/server/access/password";

type Refused = { kind: "wrong" } | Limited;

/**
 * Who signs in with this e-mail and password. An unknown e-mail, a wrong password and a deactivated person get the same
 * answer after the same work; tries are counted for the e-mail and for the address that they come from.
 */
export async function signIn(given: unknown, address: string): Promise<Result<Session, Refused>> {
  const allowed = await countTry("address", address);
  if (!allowed.ok) return allowed;
  const parsed = Credentials.safeParse(given);
  const email = parsed.success ? sha256(parsed.data.email) : null;
  if (email) {
    const counted = await countTry("email", email);
    if (!counted.ok) return counted;
  }
  const row = parsed.success ? await db.user.findUnique({ where: { email: parsed.data.email } }) : null;
  const right = await isPassword(parsed.success ? parsed.data.password : "", row?.passwordHash ?? null);
  if (!right || !row || row.deactivatedAt) return fail({ kind: "wrong" });
  if (email) await forgetTries("email", email);
  return ok({ userId: UserId.parse(row.id), epoch: row.epoch });
}

const Credentials = z.object({ email: Email, password: Password });
