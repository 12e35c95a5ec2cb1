import { z } from "zod";
import { download, formatIn } from "@/app/api/_door/download";
import { refuse } from "@/app/api/_door/refusal";
import { SourceId } from "@/domain/ids";
import { questionOf } from "@/domain/source/library-question";
import { actorOf } from "@/server/auth/session";
import { exportedSources } from "@/server/queries/exported-sources";

/** The library as a file: `?format=`, all of it, what the parameters of its list find, or the `ids` named. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const url = new URL(request.url);
  const format = formatIn(url);
  const asked = Asked.safeParse(Object.fromEntries(url.searchParams));
  if (!format || !asked.success) return refuse({ kind: "invalid" });
  const question = questionOf(Object.fromEntries(url.searchParams));
  const records = exportedSources(actor, question, asked.data.ids ?? null);
  return records ? download("library", format, records) : refuse({ kind: "forbidden" });
}

const Asked = z.object({
  ids: z
    .string()
    .max(20_000)
    .transform((text) => text.split(","))
    .pipe(z.array(SourceId))
    .optional(),
});
