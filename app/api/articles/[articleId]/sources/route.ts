import { answer, refuse } from "@/app/api/_door/refusal";
import { ArticleId } from "@/domain/ids";
import { actorOf } from "@/server/auth/session";
import { sourceHits } from "@/server/queries/source-hits";

type Context = { params: Promise<{ articleId: string }> };

/** What a citation of the article can be bound to, by words (`?q=`): its own list first, then the library. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const articleId = ArticleId.safeParse((await params).articleId);
  const words = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 300);
  const hits = articleId.success ? await sourceHits(actor, articleId.data, words) : null;
  return hits ? answer(200, hits) : refuse({ kind: "not-found" });
}
