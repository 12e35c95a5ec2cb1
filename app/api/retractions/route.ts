import { bodyParts } from "@/app/api/_door/body-parts";
import { answer, refuse } from "@/app/api/_door/refusal";
import { isSameOrigin } from "@/app/api/_door/same-origin";
import { may } from "@/domain/access/policy";
import { actorOf } from "@/server/auth/session";
import { failureOf } from "@/server/commands/failure";
import { importRetractions } from "@/server/commands/retractions/import";

/** In bytes: the list of all retractions that there are has some 60 MB. */
const largest = 300 * 1024 * 1024;

/** Takes in a list of retractions as it streams in; it is far too long for the door that takes JSON. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return refuse({ kind: "cross-site" });
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  if (!may("retractions.import", actor)) return refuse({ kind: "forbidden" });
  const name = new URL(request.url).searchParams.get("name") || "a list";
  const input = importRetractions.input.safeParse({ name, content: bodyParts(request, largest) });
  if (!input.success) return refuse({ kind: "invalid" });
  try {
    const result = await importRetractions.run(actor, input.data);
    return result.ok ? answer(200, { ok: true, value: result.value }) : refuse(result.error);
  } catch (error) {
    return refuse(failureOf(error, importRetractions.name));
  }
}
