import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { readBody } from "@/app/api/_door/read-body";
import { refuse } from "@/app/api/_door/refusal";
import { actorOf } from "@/server/auth/session";
import { authOptions } from "@/server/auth/options";
import { failureOf } from "@/server/commands/failure";
import { signOutEverywhere } from "@/server/commands/access/sign-out-everywhere";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What the desk needs of next-auth; nothing else of it is reachable. */
const reachable = new Set(["GET csrf", "POST callback/credentials", "POST signout"]);

async function handle(request: NextRequest, { params }: Context): Promise<Response> {
  const { nextauth } = await params;
  const action = nextauth.join("/");
  if (!reachable.has(`${request.method} ${action}`)) return refuse({ kind: "not-found" });
  try {
    const body = await readBody(request, 8 * 1024);
    if (!body.ok) return refuse(body.error);
    const { url, method, headers } = request;
    const again = new NextRequest(url, { method, headers, ...(method === "POST" ? { body: body.value } : {}) });
    return await NextAuth(
      again,
      { params: { nextauth } },
      { ...authOptions(), events: { signOut: () => end(request) } },
    );
  } catch (error) {
    return refuse(failureOf(error, `auth ${action}`));
  }
}

/** Signing out ends every session of the person; a session that is over already ends nothing. */
async function end(request: Request): Promise<void> {
  const actor = await actorOf(request.headers);
  if (actor) await signOutEverywhere.run(actor, {});
}

export { handle as GET, handle as POST };
