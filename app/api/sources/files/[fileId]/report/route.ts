import { refuse } from "@/app/api/_door/refusal";
import { actorOf } from "@/server/auth/session";
import { bibliographyReport } from "@/server/queries/bibliography";

type Context = { params: Promise<{ fileId: string }> };

/** What of a bibliography did not come in, or not whole, with the raw entries, as a text file to keep. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const report = await bibliographyReport(actor, (await params).fileId);
  if (!report) return refuse({ kind: "not-found" });
  return new Response(report.text, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": 'attachment; filename="not-imported.txt"',
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
