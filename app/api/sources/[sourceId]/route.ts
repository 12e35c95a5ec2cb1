import { refuse } from "@/app/api/_door/refusal";
import { SourceId } from "@/domain/ids";
import { actorOf } from "@/server/auth/session";
import { sourceCard } from "@/server/queries/source-card";

type Context = { params: Promise<{ sourceId: string }> };

/** A source in short, for the pane beside the library. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const id = SourceId.safeParse((await params).sourceId);
  const card = id.success ? await sourceCard(actor, id.data) : null;
  return card ? Response.json(card, { headers: { "cache-control": "no-store" } }) : refuse({ kind: "not-found" });
}
