import { z } from "zod";
import { answer, refuse } from "@/app/api/_door/refusal";
import { actorOf } from "@/server/auth/session";
import { citingSample } from "@/server/queries/citing-settings";

const Asked = z.strictObject({ style: z.string().min(1).max(200), locale: z.string().min(2).max(20) });

/** What a style makes of made-up sources: `?style=&locale=`. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return refuse({ kind: "invalid" });
  const sample = await citingSample(actor, asked.data);
  if (!sample) return refuse({ kind: "not-found" });
  return sample.ok ? answer(200, sample.value) : refuse(sample.error);
}
