import { refuse } from "@/app/api/_door/refusal";
import { questionOf } from "@/domain/source/library-question";
import { actorOf } from "@/server/auth/session";
import { matchingSources } from "@/server/queries/matching-sources";

/** The ids of all that the parameters of the library's list find, for whoever does something to all of them. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const matches = await matchingSources(actor, questionOf(Object.fromEntries(new URL(request.url).searchParams)));
  return matches ? Response.json(matches, { headers: { "cache-control": "no-store" } }) : refuse({ kind: "forbidden" });
}
