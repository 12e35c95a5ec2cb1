import { z } from "zod";
import { may } from "@/domain/access/policy";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { readSourceRecords } from "@/server/bibliography/pasted";

/** Reads pasted CSL-JSON or BibTeX into records to be looked over; it keeps nothing. */
export const readPasted = command({
  name: "source.read-pasted",
  bodyLimit: 1024 * 1024,
  input: z.strictObject({ text: z.string() }),
  run: async (actor, { text }) =>
    may("source.edit", actor) ? ok(readSourceRecords(text)) : fail({ kind: "forbidden" }),
});
