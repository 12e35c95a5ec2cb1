import { expect } from "vitest";
import type { Actor } from "@/domain/access/policy";
import { commands, publicCommands } from "@/server/commands";
import { examples } from "@/server/testing/door-examples";
import type { World } from "@/server/testing/door-world";
import { POST } from "./[name]/route";

/** The names of all commands, and of those that need a session. */
export const names = [...commands.keys()].sort();
export const closed = names.filter((name) => !publicCommands.has(name));

export type Sent = { cookie?: string; headers?: Record<string, string>; body?: BodyInit };

/** What a browser says of a request that a page of the desk makes. */
export const own = {
  host: "desk.example.org",
  origin: "http://desk.example.org",
  "sec-fetch-site": "same-origin",
};

/** Sends a body as a browser on the desk would, unless told otherwise. */
export async function send(name: string, { cookie, headers = {}, body = "{}" }: Sent) {
  const request = new Request(`http://desk.example.org/api/commands/${name}`, {
    method: "POST",
    headers: { ...own, "content-type": "application/json", ...(cookie ? { cookie } : {}), ...headers },
    body,
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
  return told(await POST(request, { params: Promise.resolve({ name }) }));
}

/** An answer of the door, which never shows what is behind it and gives a sentence with every refusal. */
export async function told(response: Response) {
  const text = await response.text();
  expect(text).not.toMatch(/node_modules|at .*\.ts:\d+|PrismaClient/);
  const answer: { ok: boolean; error?: { kind: string; message: string; issues?: string[] } } = JSON.parse(text);
  if (!answer.ok) expect(answer.error?.message).toMatch(/^.{3,}$/s);
  return { status: response.status, answer, headers: response.headers };
}

/** An input that the command would take from this person. */
export async function inputOf(world: World, name: string, actor: Actor): Promise<object> {
  const example = examples[name];
  if (!example) throw new Error(`${name} has no example in server/testing/door-examples.ts`);
  return example.input(world, actor);
}
