import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { UserId } from "@/domain/ids";

/** What a session says: who, and of which epoch of theirs. Everything else is read from the database. */
export type Session = { userId: UserId; epoch: number };

/** How long a session lasts without a new sign-in, in seconds. */
export const sessionSeconds = 14 * 24 * 60 * 60;

/** Whether the site is served over https, as its own address says. */
export const isSecure = (): boolean => (process.env["NEXTAUTH_URL"] ?? "").startsWith("https://");

/** The session's cookie; the `__Host-` prefix (RFC 6265bis) binds it to this very host where there is https. */
export const sessionCookie = (secure = isSecure()) => ({
  name: secure ? "__Host-imprimatur" : "imprimatur",
  options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
});

/** The session that a request's cookie header carries, as it says; null where there is none or it is not ours. */
export async function sessionIn(headers: Headers): Promise<Session | null> {
  const token = cookieIn(headers.get("cookie") ?? "", sessionCookie().name);
  if (!token) return null;
  const claims = Claims.safeParse(await decode({ token, secret: sessionSecret() }).catch(() => null));
  return claims.success ? { userId: claims.data.sub, epoch: claims.data.epoch } : null;
}

/** A `Set-Cookie` header's value with a fresh session. */
export async function sessionHeader({ userId, epoch }: Session): Promise<string> {
  const token = await encode({ token: { sub: userId, epoch }, secret: sessionSecret(), maxAge: sessionSeconds });
  const { name, options } = sessionCookie();
  return `${name}=${token}; Path=${options.path}; Max-Age=${sessionSeconds}; HttpOnly; SameSite=Lax${options.secure ? "; Secure" : ""}`;
}

/** The key of all sessions' tokens; whoever has it can be anyone. */
export function sessionSecret(): string {
  const secret = process.env["NEXTAUTH_SECRET"];
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set; `npm start` makes one for its own install.");
  return secret;
}

const Claims = z.object({ sub: UserId, epoch: z.int() });

function cookieIn(header: string, name: string): string | null {
  const pair = header.split(";").find((part) => part.trim().startsWith(`${name}=`));
  return pair ? pair.trim().slice(name.length + 1) : null;
}
