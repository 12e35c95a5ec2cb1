import { readBody } from "@/app/api/_door/read-body";
import { readJson } from "@/app/api/_door/read-json";
import { answer, refuse } from "@/app/api/_door/refusal";
import { isSameOrigin } from "@/app/api/_door/same-origin";
import { actorOf } from "@/server/auth/session";
import { readPasted } from "@/server/commands/source/read-pasted";

/** Reads pasted CSL-JSON or BibTeX and changes nothing; it is asked with POST because such a text is long. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return refuse({ kind: "cross-site" });
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const body = await readBody(request, readPasted.bodyLimit ?? 0);
  if (!body.ok) return refuse(body.error);
  const json = readJson(body.value);
  if (!json.ok) return refuse(json.error);
  const pasted = readPasted.input.safeParse(json.value);
  if (!pasted.success) return refuse({ kind: "invalid" });
  const read = await readPasted.run(actor, pasted.data);
  return read.ok ? answer(200, read.value) : refuse(read.error);
}
