import { bodyParts } from "@/app/api/_door/body-parts";
import { answer, refuse } from "@/app/api/_door/refusal";
import { isSameOrigin } from "@/app/api/_door/same-origin";
import { may } from "@/domain/access/policy";
import { actorOf } from "@/server/auth/session";
import { failureOf } from "@/server/commands/failure";
import { add, largestPicture } from "@/server/commands/picture/add";

const tooLarge = { kind: "too-large", message: "A picture has at most 12 MB. Save it smaller, then bring it again." };

/** Takes in a picture as its bytes, which the door for JSON cannot. What type it says it is of is not looked at. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return refuse({ kind: "cross-site" });
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  if (!may("picture.add", actor)) return refuse({ kind: "forbidden" });
  if (Number(request.headers.get("content-length") ?? 0) > largestPicture) return refuse(tooLarge);
  const name = (new URL(request.url).searchParams.get("name") ?? "").replace(/[\p{C}]/gu, "").slice(-300);
  const parts: Uint8Array[] = [];
  try {
    for await (const part of bodyParts(request, largestPicture)) parts.push(part);
  } catch {
    return refuse(tooLarge);
  }
  const input = add.input.safeParse({ name: name.trim() || "a picture", bytes: Uint8Array.from(Buffer.concat(parts)) });
  if (!input.success) return refuse({ kind: "invalid" });
  try {
    const result = await add.run(actor, input.data);
    return result.ok ? answer(200, { ok: true, value: result.value }) : refuse(result.error);
  } catch (error) {
    return refuse(failureOf(error, add.name));
  }
}
