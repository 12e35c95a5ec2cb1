import { answer, refuse } from "@/app/api/_door/refusal";
import { actorOf } from "@/server/auth/session";
import { bibliography } from "@/server/queries/bibliography";

type Context = { params: Promise<{ fileId: string }> };

/** How far a bibliography that this person brought is, and what is in it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const found = await bibliography(actor, (await params).fileId);
  return found ? answer(200, found) : refuse({ kind: "not-found" });
}
