import { z } from "zod";
import { refuse } from "@/app/api/_door/refusal";
import { ArticleId } from "@/domain/ids";
import { actorOf, personOf } from "@/server/auth/session";
import { articleStream } from "@/server/queries/article-stream";
import { openEventStream } from "./event-stream";

type Context = { params: Promise<{ articleId: string }> };

const Since = z.coerce.number().int().min(0).max(2_000_000_000);

/** The article's news as server-sent events (WHATWG HTML, section 9.2): `steps`, `people`, `begun`, `article`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const articleId = ArticleId.safeParse((await params).articleId);
  const since = Since.safeParse(new URL(request.url).searchParams.get("since") ?? "0");
  if (!articleId.success) return refuse({ kind: "not-found" });
  if (!since.success) return refuse({ kind: "invalid", message: "“since” is a number of steps." });

  const stream = openEventStream(request.signal, async () => (await actorOf(request.headers)) !== null);
  try {
    const { name } = await personOf(actor);
    const stop = await articleStream(
      actor,
      { id: actor.id, name },
      { articleId: articleId.data, since: since.data },
      { tell: ({ kind, ...data }) => stream.send(kind, data), fail: stream.end },
    );
    if (!stop) return refuse({ kind: "not-found" });
    stream.onEnd(stop);
    return stream.response;
  } catch (error) {
    stream.end();
    throw error;
  }
}
