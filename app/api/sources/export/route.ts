import { z } from "zod";
import { download, formatIn } from "@/app/api/_door/download";
import { refuse } from "@/app/api/_door/refusal";
import { questionIn } from "@/app/api/articles/question";
import { SourceId } from "@/domain/ids";
import { SourceRecord } from "@/domain/source/record";
import { actorOf } from "@/server/auth/session";
import { exportedSources } from "@/server/queries/exported-sources";

/** The library as a file: `?format=`, all of it, as `q`, `type` and `used` (yes, no) filter it, or the `ids` named. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const url = new URL(request.url);
  const format = formatIn(url);
  const asked = Asked.safeParse(Object.fromEntries(url.searchParams));
  if (!format || !asked.success) return refuse({ kind: "invalid" });
  const { type = null, used, ids = null } = asked.data;
  const records = exportedSources(actor, {
    search: questionIn(request),
    type,
    used: used ? used === "yes" : null,
    ids,
  });
  return records ? download("library", format, records) : refuse({ kind: "forbidden" });
}

const Asked = z.object({
  type: SourceRecord.shape.type.optional(),
  used: z.enum(["yes", "no"]).optional(),
  ids: z
    .string()
    .max(20_000)
    .transform((text) => text.split(","))
    .pipe(z.array(SourceId))
    .optional(),
});
