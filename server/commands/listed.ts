import type { z } from "zod";
import type { Actor } from "@/domain/access/policy";
import { fail, type Result } from "@/domain/result";
import { inWords } from "./in-words";
import type { Command, Refusal } from "./command";

/** A command as the door sees it: a body that nobody has looked at goes in, a value or a refusal comes out. */
export type Listed = {
  name: string;
  bodyLimit: number;
  input: z.ZodType;
  answer: (actor: Actor, body: unknown) => Promise<Result<unknown, Refusal>>;
};

/** A command with its types put aside: the body is parsed by its strict schema before it runs. */
export function listed<Name extends string, Schema extends z.ZodType, Value, Refused extends Refusal>(
  command: Command<Name, Schema, Value, Refused>,
): Listed {
  return {
    name: command.name,
    bodyLimit: command.bodyLimit ?? usualLimit,
    input: command.input,
    answer: async (actor, body) => {
      const parsed = command.input.safeParse(body, { error: inWords });
      return parsed.success ? command.run(actor, parsed.data) : fail(faultsOf(parsed.error));
    },
  };
}

/** The largest body of a command that says nothing of its own, in bytes. */
const usualLimit = 256 * 1024;

/** Everything that is wrong with an input, one sentence for each field. */
function faultsOf(error: z.ZodError): Refusal & { issues: string[] } {
  const issues = error.issues.slice(0, 50).map(({ path, message }) => {
    const place = path.map(String).join(".");
    return place === "" ? message : `${place}: ${message}`;
  });
  return { kind: "invalid", message: issues.join(" "), issues };
}
