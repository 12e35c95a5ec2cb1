import { randomUUID } from "node:crypto";
import { log } from "./log";
import type { Refusal } from "./command";
import { constraintOf, isConflict, sqlStateOf } from "@/server/db/conflicts";

/**
 * What an exception of a command means to the person who asked. A constraint of ours that said no, a value that a
 * column cannot hold and a lost race are refusals; all else is a bug, told in a sentence and logged under its reference.
 */
export function failureOf(error: unknown, command: string): Refusal & { constraint?: string; reference?: string } {
  const state = sqlStateOf(error) ?? "";
  const reference = randomUUID();
  if (isConflict(error)) return { kind: "busy" };
  const constraint = /^23|^P0001$/.test(state) ? constraintOf(error) : null;
  if (constraint) {
    log.warn({ err: error, command, constraint }, "the database refused");
    return { kind: "refused", constraint, message: `The database refused it: ${constraint.replaceAll("_", " ")}.` };
  }
  if (state.startsWith("22")) {
    log.warn({ err: error, command }, "the database could not take a value");
    return { kind: "invalid", message: "A value in it is out of range." };
  }
  log.error({ err: error, command, reference }, "a command failed");
  return {
    kind: "failed",
    message: `Something went wrong on our side, and nothing was changed. Tell your administrator this reference: ${reference}.`,
    reference,
  };
}
