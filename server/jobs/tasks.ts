import type { TaskList } from "graphile-worker";
import { systemActor } from "@/domain/access/policy";
import { recount } from "@/server/commands/article/recount";
import { rejudge } from "@/server/commands/article/rejudge";
import { find as findDuplicates } from "@/server/commands/duplicate/find";
import { bake } from "@/server/commands/publishing/bake";
import { publishScheduled } from "@/server/commands/publishing/publish-scheduled";
import { rekey } from "@/server/commands/source/rekey";

/** What the worker can do: a handler parses its payload and calls one command, and may run twice. */
export const tasks: TaskList = {
  "publish-scheduled": (payload) => demand(publishScheduled.run(systemActor, publishScheduled.input.parse(payload))),
  "bake-article": (payload) => demand(bake.run(systemActor, bake.input.parse(payload))),
  recount: (payload) => demand(recount.run(systemActor, recount.input.parse(payload))),
  rejudge: () => demand(rejudge.run(systemActor, {})),
  rekey: () => demand(rekey.run(systemActor, {})),
  "find-duplicates": () => demand(findDuplicates.run(systemActor, {})),
  "bake-everything": () => demand(bake.run(systemActor, { articleId: null })),
};

/** A refused job is tried again later, so it must fail loudly. */
async function demand(answer: Promise<{ ok: boolean; error?: unknown }>): Promise<void> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
}
