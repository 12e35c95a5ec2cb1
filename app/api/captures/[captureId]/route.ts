import { refuse } from "@/app/api/_door/refusal";
import { CaptureId } from "@/domain/ids";
import { actorOf } from "@/server/auth/session";
import { copyFile } from "@/server/queries/source/copies";

type Context = { params: Promise<{ captureId: string }> };

/** A kept copy as its WARC file, to be saved and never shown: what is in it came from anywhere. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const id = CaptureId.safeParse((await params).captureId);
  const file = id.success ? await copyFile(actor, id.data) : null;
  if (!file) return refuse({ kind: "not-found" });
  return new Response(Buffer.from(file.bytes), {
    headers: {
      "content-type": "application/warc",
      "content-disposition": `attachment; filename="copy-${file.at.slice(0, 10)}.warc.gz"`,
      "content-security-policy": "sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}
