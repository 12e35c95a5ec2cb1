import { answer, refuse } from "@/app/api/_door/refusal";
import { actorOf } from "@/server/auth/session";
import { articleHits } from "@/server/queries/article-list";

/** Articles by words of their titles (`?q=`), for a link to point at. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const hits = await articleHits(actor, (new URL(request.url).searchParams.get("q") ?? "").slice(0, 300));
  return hits ? answer(200, hits) : refuse({ kind: "forbidden" });
}
