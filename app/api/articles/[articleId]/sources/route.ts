import { answer, refuse } from "@/app/api/_door/refusal";
import { questionIn } from "@/app/api/articles/question";
import { ArticleId } from "@/domain/ids";
import { actorOf } from "@/server/auth/session";
import { sourceSearch } from "@/server/queries/source-search";

type Context = { params: Promise<{ articleId: string }> };

/** What a citation of this article can rest on: `?q=`, its own list first, then the library, at most ten. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const id = ArticleId.safeParse((await params).articleId);
  const found = id.success ? await sourceSearch(actor, id.data, questionIn(request)) : null;
  return found ? answer(200, found) : refuse({ kind: "not-found" });
}
