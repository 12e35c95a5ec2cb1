import { z } from "zod";
import { fail, ok } from "@/domain/result";
import { bakeEverything as bakeAll, templatesChanged } from "@/server/baking/run";
import { command } from "@/server/commands/command";

/**
 * Bakes every page anew, in many small transactions; a job that was stopped goes on where it was. With `onlyIfChanged` it
 * does so only when the templates are others than those that the pages were last drawn by.
 */
export const bakeEverything = command({
  name: "publishing.bake-everything",
  input: z.strictObject({ job: z.string().min(1), onlyIfChanged: z.boolean() }),
  run: async (actor, { job, onlyIfChanged }) => {
    if (actor.id) return fail({ kind: "forbidden" });
    if (onlyIfChanged && !(await templatesChanged())) return ok({ done: 0, failed: 0 });
    return ok(await bakeAll(job, onlyIfChanged ? "The templates are new." : "Asked for."));
  },
});
