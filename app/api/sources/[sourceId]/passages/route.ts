import { answer, refuse } from "@/app/api/_door/refusal";
import { questionIn } from "@/app/api/articles/question";
import { SourceId } from "@/domain/ids";
import { actorOf } from "@/server/auth/session";
import { keptPassages } from "@/server/queries/kept-passages";

type Context = { params: Promise<{ sourceId: string }> };

/** Where the words of `?q=` stand in the newest text that is kept of a source, at most five places. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const id = SourceId.safeParse((await params).sourceId);
  const found = id.success ? await keptPassages(actor, id.data, questionIn(request)) : null;
  return found ? answer(200, found) : refuse({ kind: "not-found" });
}
