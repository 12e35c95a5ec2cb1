import { refuse } from "@/app/api/_door/refusal";
import { actorOf } from "@/server/auth/session";
import { deskPicture } from "@/server/queries/desk-picture";

type Context = { params: Promise<{ name: string }> };

/** A form of a picture for the desk, whether an edition shows it or not; only for who is signed in, and kept by no cache but theirs. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const form = await deskPicture(actor, (await params).name);
  if (!form) return refuse({ kind: "not-found" });
  return new Response(form.bytes, {
    headers: {
      "content-type": form.contentType,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, max-age=86400, immutable",
    },
  });
}
