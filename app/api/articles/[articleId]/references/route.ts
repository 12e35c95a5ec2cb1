import { download, formatIn, inTurn } from "@/app/api/_door/download";
import { refuse } from "@/app/api/_door/refusal";
import { ArticleId } from "@/domain/ids";
import { actorOf } from "@/server/auth/session";
import { articleSources } from "@/server/queries/exported-sources";

type Context = { params: Promise<{ articleId: string }> };

/** The sources of an article's list as a file: `?format=`, of the draft, or of the published edition with `&of=published`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const url = new URL(request.url);
  const [format, id] = [formatIn(url), ArticleId.safeParse((await params).articleId)];
  if (!format) return refuse({ kind: "invalid" });
  const of = url.searchParams.get("of") === "published" ? "published" : "draft";
  const found = id.success ? await articleSources(actor, { id: id.data }, of) : null;
  return found ? download(`${found.slug}-references`, format, inTurn(found.records)) : refuse({ kind: "not-found" });
}
