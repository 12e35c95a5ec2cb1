import { Transform } from "prosemirror-transform";
import { ApprovalId, RevisionId, SourceId, ThreadId, WaiverId } from "@/domain/ids";
import { systemActor } from "@/domain/access/policy";
import { judge } from "@/domain/rules/judge";
import { checkpoint } from "@/server/commands/article/checkpoint";
import { restore } from "@/server/commands/article/restore";
import { saveSteps } from "@/server/commands/article/save-steps";
import { bake } from "@/server/commands/publishing/bake";
import { publish } from "@/server/commands/publishing/publish";
import { publishScheduled } from "@/server/commands/publishing/publish-scheduled";
import { retract } from "@/server/commands/publishing/retract";
import { schedule } from "@/server/commands/publishing/schedule";
import { unschedule } from "@/server/commands/publishing/unschedule";
import { withdrawByLaw } from "@/server/commands/publishing/withdraw-by-law";
import { createSource } from "@/server/commands/reference/create-source";
import { remove } from "@/server/commands/reference/remove";
import { resolve as resolveReference } from "@/server/commands/reference/resolve";
import { approve } from "@/server/commands/review/approve";
import { requestChanges } from "@/server/commands/review/request-changes";
import { revoke } from "@/server/commands/review/revoke";
import { submit } from "@/server/commands/review/submit";
import { withdraw } from "@/server/commands/review/withdraw";
import { edit as editSource } from "@/server/commands/source/edit";
import { merge } from "@/server/commands/source/merge";
import { open } from "@/server/commands/thread/open";
import { reopen } from "@/server/commands/thread/reopen";
import { resolve as resolveThread } from "@/server/commands/thread/resolve";
import { confirm } from "@/server/commands/waiver/confirm";
import { request } from "@/server/commands/waiver/request";
import { db } from "@/server/db";
import { partFrom } from "@/server/db/rows";
import { draftOf } from "@/server/testing/drafts";
import { publishing, sectionAt } from "@/server/testing/rounds";
import { report } from "@/server/testing/works";
import { type Edit, edits } from "./edits";
import { type Answer, cast, type Dice, pick, type World } from "./world";

/** One thing that a person does; null where there is nothing to do it to. */
export type Move = (world: World, dice: Dice) => Promise<Answer | null>;

/** Everything that happens in a newsroom, by name. */
export const moves: Record<string, Move> = {
  ...Object.fromEntries(Object.entries(edits).map(([name, make]) => [name, editing(make)])),
  "sends steps again that others were quicker than": async (world, dice) => {
    const { who, id } = cast(world, dice);
    const { article } = await draftOf(id);
    if (article.stepCount === 0) return null;
    const steps = [{ stepType: "replace", from: 2, to: 3 }];
    return saveSteps.run(who, { articleId: id, stepCount: article.stepCount - 1, steps, clientId: "slow" });
  },
  "keeps a checkpoint": (world, dice) => {
    const { who, id } = cast(world, dice);
    return checkpoint.run(who, { articleId: id, note: world.token() });
  },
  "restores a revision": async (world, dice) => {
    const { who, id } = cast(world, dice);
    const revision = pick(await db.revision.findMany({ where: { articleId: id }, orderBy: { id: "asc" } }), dice.a);
    if (!revision) return null;
    const { version } = (await draftOf(id)).article;
    return restore.run(who, { articleId: id, revisionId: RevisionId.parse(revision.id), version });
  },
  "adds a source": (world, dice) => {
    const { who, id } = cast(world, dice);
    return createSource.run(who, { articleId: id, referenceId: null, record: newRecord(world) });
  },
  "says that an entry is another source": async (world, dice) => {
    const { who, id } = cast(world, dice);
    const reference = pick((await draftOf(id)).manuscript.references, dice.a);
    const source = await sourceIn(world, dice.b);
    if (!reference || !source) return null;
    return resolveReference.run(who, { articleId: id, referenceId: reference.id, sourceId: source.id });
  },
  "takes an entry off the list": async (world, dice) => {
    const { who, id } = cast(world, dice);
    const reference = pick((await draftOf(id)).manuscript.references, dice.a);
    return reference ? remove.run(who, { articleId: id, referenceId: reference.id }) : null;
  },
  "edits a source": async (world, dice) => {
    const source = await sourceIn(world, dice.b);
    if (!source) return null;
    const input = { sourceId: source.id, version: source.version, record: newRecord(world) };
    return editSource.run(cast(world, dice).who, input);
  },
  "merges two sources": async (world, dice) => {
    const [keep, drop] = [await sourceIn(world, dice.a), await sourceIn(world, dice.b)];
    if (!keep || !drop) return null;
    return merge.run(cast(world, dice).who, { keep: keep.id, drop: drop.id, version: keep.version });
  },
  comments: async (world, dice) => {
    const { who, id } = cast(world, dice);
    const sectionId = await sectionAt(id, dice.a % (await draftOf(id)).sections.length);
    const anchor = { exact: "slow", prefix: "", suffix: "" };
    return open.run(who, { articleId: id, sectionId, anchor, body: world.token() });
  },
  "resolves a comment": async (world, dice) => {
    const { who, id } = cast(world, dice);
    const thread = pick(await db.thread.findMany({ where: { articleId: id, resolvedAt: null } }), dice.a);
    return thread ? resolveThread.run(who, { articleId: id, threadId: ThreadId.parse(thread.id) }) : null;
  },
  "takes a comment up again": async (world, dice) => {
    const { who, id } = cast(world, dice);
    const thread = pick(await db.thread.findMany({ where: { articleId: id } }), dice.a);
    return thread ? reopen.run(who, { articleId: id, threadId: ThreadId.parse(thread.id) }) : null;
  },
  "asks to let something pass": async (world, dice) => {
    const { who, id } = cast(world, dice);
    const finding = pick(judge((await draftOf(id)).manuscript), dice.a);
    if (!finding) return null;
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    return request.run(who, { articleId: id, fingerprint: finding.fingerprint, reason: world.token(), expiresAt });
  },
  "lets something pass": async (world, dice) => {
    const { who, id } = cast(world, dice);
    const waiver = pick(await db.waiver.findMany({ where: { articleId: id, confirmedAt: null } }), dice.a);
    return waiver ? confirm.run(who, { articleId: id, waiverId: WaiverId.parse(waiver.id) }) : null;
  },
  "hands in": (world, dice) => {
    const { who, id } = cast(world, dice);
    return submit.run(who, { articleId: id, note: world.token() });
  },
  "takes the draft back": (world, dice) => {
    const { who, id } = cast(world, dice);
    return withdraw.run(who, { articleId: id });
  },
  "sends the draft back": (world, dice) => {
    const { who, id } = cast(world, dice);
    return requestChanges.run(who, { articleId: id, words: world.token() });
  },
  "approves one section": (world, dice) => approving(world, dice, (places) => [pick(places, dice.a) ?? 0]),
  "approves everything": (world, dice) => approving(world, dice, (places) => places),
  "approves nothing more": (world, dice) => approving(world, dice, () => []),
  "takes an approval back": async (world, dice) => {
    const { who, id } = cast(world, dice);
    const approval = pick(await db.approval.findMany({ where: { articleId: id }, orderBy: { id: "asc" } }), dice.a);
    if (!approval) return null;
    return revoke.run(who, { articleId: id, approvalId: ApprovalId.parse(approval.id), reason: world.token() });
  },
  publishes: async (world, dice) => {
    const { who, id } = cast(world, dice);
    return publish.run(who, await publishing(id));
  },
  corrects: async (world, dice) => {
    const { who, id } = cast(world, dice);
    return publish.run(who, await publishing(id, world.token()));
  },
  schedules: async (world, dice) => {
    const { who, id } = cast(world, dice);
    const at = new Date(Date.now() + (dice.b % 4 === 0 ? 3_600_000 : 400)).toISOString();
    return schedule.run(who, { ...(await publishing(id)), at });
  },
  unschedules: (world, dice) => {
    const { who, id } = cast(world, dice);
    return unschedule.run(who, { articleId: id });
  },
  "the hour comes": async (world, dice) => {
    const { id } = cast(world, dice);
    const { scheduledFor } = (await draftOf(id)).article;
    const left = (scheduledFor?.getTime() ?? 0) - Date.now();
    if (left > 0 && left < 1000) await new Promise((resume) => setTimeout(resume, left + 5));
    return publishScheduled.run(systemActor, { articleId: id });
  },
  retracts: (world, dice) => {
    const { who, id } = cast(world, dice);
    return retract.run(who, { articleId: id, reason: world.token() });
  },
  "the law takes it": (world, dice) => {
    const { who, id } = cast(world, dice);
    return dice.a % 3 === 0 ? withdrawByLaw.run(who, { articleId: id, reason: world.token() }) : Promise.resolve(null);
  },
  "the baker bakes": (world, dice) =>
    bake.run(systemActor, { articleId: dice.a % 2 === 0 ? cast(world, dice).id : null }),
};

function editing(make: Edit): Move {
  return async (world, dice) => {
    const { who, id } = cast(world, dice);
    const { article, manuscript } = await draftOf(id);
    const deleted = await db.section.findMany({ where: { articleId: id, deletedAt: { not: null } } });
    const change = new Transform(manuscript.document);
    make(change, dice, {
      references: manuscript.references.map((reference) => reference.id),
      articles: world.articles,
      deleted: deleted.map(({ body }) => partFrom(body)),
      words: world.token(),
    });
    if (change.steps.length === 0) return null;
    const steps = change.steps.map((step): Record<string, unknown> => step.toJSON());
    return saveSteps.run(who, { articleId: id, stepCount: article.stepCount, steps, clientId: "a-model" });
  };
}

async function approving(world: World, dice: Dice, choose: (places: number[]) => number[]): Promise<Answer> {
  const { who, id } = cast(world, dice);
  const { sections } = await draftOf(id);
  const places = new Set(choose(sections.map(({ position }) => position)));
  const named = sections
    .filter(({ position }) => places.has(position))
    .map((part) => ({ section: part.id, digest: part.digest }));
  return approve.run(who, approve.input.parse({ articleId: id, sections: named }));
}

const newRecord = (world: World) => {
  const word = world.token();
  return report(`A report ${word}`, word);
};

/** A source that an article of this world rests on, or did before it was merged. */
async function sourceIn(world: World, die: number): Promise<{ id: SourceId; version: number } | null> {
  const used = await db.reference.findMany({
    where: { articleId: { in: [...world.articles] }, sourceId: { not: null } },
    distinct: ["sourceId"],
    orderBy: { id: "asc" },
  });
  const source = await db.source.findUnique({ where: { id: pick(used, die)?.sourceId ?? "" } }).catch(() => null);
  return source && { id: SourceId.parse(source.id), version: source.version };
}
