import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { systemActor } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import { recount } from "@/server/commands/article/recount";
import { rejudge } from "@/server/commands/article/rejudge";
import { find as findDuplicates } from "@/server/commands/duplicate/find";
import { bakeEverything } from "@/server/commands/publishing/bake-everything";
import { bake } from "@/server/commands/publishing/bake";
import { refreshNews } from "@/server/commands/publishing/refresh-news";
import { publishScheduled } from "@/server/commands/publishing/publish-scheduled";
import { rekey } from "@/server/commands/source/rekey";
import { checkQuotes } from "@/server/commands/citation/check-quotes";
import { checkLinks } from "@/server/commands/source/check-links";
import { checkStandings } from "@/server/commands/source/check-standings";
import { countHealth } from "@/server/commands/source/count-health";
import { linkMissing } from "@/server/commands/source/link-missing";
import { keepCited } from "@/server/commands/source/keep-cited";
import { pruneCaptures } from "@/server/commands/source/prune-captures";
import { spreadHealth } from "@/server/commands/source/spread-health";
import { settle } from "@/server/commands/task/settle";
import { bakeTopic } from "@/server/commands/topic/bake";
import { guardedFetch } from "@/server/http/guarded-fetch";

/** What the worker can do: a handler parses its payload and calls one command, and may run twice. */
export const tasks: TaskList = {
  "publish-scheduled": (payload) => demand(publishScheduled.run(systemActor, publishScheduled.input.parse(payload))),
  "bake-article": (payload) => demand(bake.run(systemActor, bake.input.parse(payload))),
  "refresh-news": () => demand(refreshNews.run(systemActor, {})),
  "bake-topic": (payload) => demand(bakeTopic.run(systemActor, bakeTopic.input.parse(payload))),
  recount: (payload) => demand(recount.run(systemActor, recount.input.parse(payload))),
  "check-quotes": (payload) => demand(checkQuotes.run(systemActor, checkQuotes.input.parse(payload))),
  rejudge: () => demand(rejudge.run(systemActor, {})),
  rekey: () => demand(rekey.run(systemActor, {})),
  "find-duplicates": () => demand(findDuplicates.run(systemActor, {})),
  "check-links": () => demand(checkLinks(guardedFetch).run(systemActor, {})),
  "check-standings": (payload) => demand(checkStandings(guardedFetch).run(systemActor, Standing.parse(payload))),
  "link-sources": () => demand(linkMissing.run(systemActor, {})),
  "keep-cited": (payload) => demand(keepCited.run(systemActor, keepCited.input.parse(payload))),
  "spread-health": (payload) => demand(spreadHealth.run(systemActor, spreadHealth.input.parse(payload))),
  "settle-tasks": (payload) => demand(settle.run(systemActor, settle.input.parse(payload))),
  "prune-captures": () => demand(pruneCaptures.run(systemActor, {})),
  "count-health": () => demand(countHealth.run(systemActor, {})),
  "bake-everything": (_, { job }) => demand(bakeEverything.run(systemActor, { job: job.id, onlyIfChanged: false })),
  "bake-for-new-templates": (_, { job }) =>
    demand(bakeEverything.run(systemActor, { job: job.id, onlyIfChanged: true })),
};

/** The schedule hands over nothing but its hour, a reaction the source that it is about. */
const Standing = z.object({ sourceId: SourceId.optional() });

/** A refused job is tried again later, so it must fail loudly. */
async function demand(answer: Promise<{ ok: boolean; error?: unknown }>): Promise<void> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
}
