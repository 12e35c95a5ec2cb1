import type { z } from "zod";
import type { Actor } from "@/domain/access/policy";
import type { Result } from "@/domain/result";

/** A refusal: its `kind` decides the HTTP status (see `app/api/commands`), the rest says everything that is wrong. */
export type Refusal = { kind: string; message?: string };

/**
 * A command is the only thing that changes data. The same five steps each: load what the actor can see, ask the domain,
 * write where nothing has moved, record, answer. `input` is strict; the actor never comes from it.
 */
export type Command<Name extends string, Schema extends z.ZodType, Value, Refused extends Refusal> = {
  name: Name;
  input: Schema;
  /** The largest request body that makes sense, in bytes; 256 kB where nothing is said. */
  bodyLimit?: number;
  run: (actor: Actor, input: z.output<Schema>) => Promise<Result<Value, Refused>>;
};

/** Declares a command with its types inferred. */
export function command<const Name extends string, Schema extends z.ZodType, Value, Refused extends Refusal>(
  declared: Command<Name, Schema, Value, Refused>,
): Command<Name, Schema, Value, Refused> {
  return declared;
}
