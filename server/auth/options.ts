import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { sessionCookie, sessionSeconds, sessionSecret } from "./cookie";
import { signIn } from "./sign-in";

declare module "next-auth" {
  interface User {
    epoch: number;
  }
}

/** next-auth as the desk uses it: e-mail and password, a cookie that holds who and which epoch, and no page of its own. */
export const authOptions = (): NextAuthOptions => ({
  secret: sessionSecret(),
  session: { strategy: "jwt", maxAge: sessionSeconds },
  cookies: { sessionToken: sessionCookie() },
  pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize(given, request) {
        const result = await signIn(given, addressOf(request.headers ?? {}));
        if (result.ok) return { id: result.value.userId, epoch: result.value.epoch };
        throw new Error(result.error.kind === "limited" ? `limited:${result.error.seconds}` : "wrong");
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) =>
      user ? { sub: user.id, epoch: user.epoch } : { epoch: token["epoch"], ...(token.sub ? { sub: token.sub } : {}) },
    session: ({ session }) => ({ expires: session.expires }),
  },
});

/** The address that the nearest server in front of us saw: the last that it added, since all others can be made up. */
function addressOf(headers: Record<string, unknown>): string {
  const forwarded = headers["x-forwarded-for"];
  return (typeof forwarded === "string" && forwarded.split(",").at(-1)?.trim()) || "unknown";
}
