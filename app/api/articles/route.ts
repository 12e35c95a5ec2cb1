import { answer, refuse } from "@/app/api/_door/refusal";
import { questionIn } from "./question";
import { actorOf } from "@/server/auth/session";
import { articleSearch } from "@/server/queries/article-search";

/** Articles by the words of their titles: `?q=`, at most eight, as `[{ id, title, published }]`. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const found = await articleSearch(actor, questionIn(request));
  return found ? answer(200, found) : refuse({ kind: "forbidden" });
}
