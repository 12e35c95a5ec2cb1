import { z } from "zod";
import { type Actor, systemActor } from "@/domain/access/policy";
import { UserId } from "@/domain/ids";
import { answer, refuse } from "@/app/api/_door/refusal";
import { readBody } from "@/app/api/_door/read-body";
import { readJson } from "@/app/api/_door/read-json";
import { isSameOrigin } from "@/app/api/_door/same-origin";
import { sessionHeader } from "@/server/auth/cookie";
import { actorOf } from "@/server/auth/session";
import { commands, publicCommands } from "@/server/commands";
import { failureOf } from "@/server/commands/failure";

type Context = { params: Promise<{ name: string }> };

/** The one door for writing: every change that is asked for over HTTP comes through here. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { name } = await params;
  try {
    return await run(request, name);
  } catch (error) {
    return refuse(failureOf(error, name));
  }
}

async function run(request: Request, name: string): Promise<Response> {
  const command = commands.get(name);
  if (!command) return refuse({ kind: "not-found", message: "There is no such command." });
  if (!isSameOrigin(request)) return refuse({ kind: "cross-site" });
  if (!isJson(request)) return refuse({ kind: "not-json" });
  const actor: Actor | null = publicCommands.has(name) ? systemActor : await actorOf(request.headers);
  if (!actor) return refuse({ kind: "signed-out" });

  const text = await readBody(request, command.bodyLimit);
  if (!text.ok) return refuse(text.error);
  const body = readJson(text.value);
  if (!body.ok) return refuse(body.error);
  const result = await command.answer(actor, body.value);
  return result.ok
    ? answer(200, { ok: true, value: result.value }, await renewal(actor, result.value))
    : refuse(result.error);
}

/** RFC 9110 media type; a charset beside it is no matter, since JSON is always UTF-8. */
const isJson = (request: Request): boolean =>
  /^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "");

/** A command that ended all sessions of the very person who asked goes on with a fresh one here. */
async function renewal(actor: Actor, value: unknown): Promise<Record<string, string>> {
  const ended = Ended.safeParse(value);
  if (!ended.success || ended.data.endedSessionsOf !== actor.id) return {};
  return { "set-cookie": await sessionHeader({ userId: ended.data.endedSessionsOf, epoch: ended.data.epoch }) };
}

const Ended = z.object({ endedSessionsOf: UserId, epoch: z.int() });

const onlyPost = (): Response => {
  const refused = refuse({ kind: "method-not-allowed" });
  refused.headers.set("allow", "POST");
  return refused;
};

export { onlyPost as GET, onlyPost as PUT, onlyPost as PATCH, onlyPost as DELETE, onlyPost as OPTIONS };
