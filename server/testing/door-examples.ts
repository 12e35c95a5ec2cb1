import { type Actor, may } from "@/domain/access/policy";
import { UserId } from "@/domain/ids";
import { newId } from "@/server/db/ids";
import { citationExamples } from "./door-citations";
import { foundExamples } from "./door-found";
import { houseExamples } from "./door-house-examples";
import { libraryExamples } from "./door-library-examples";
import { looksExamples } from "./door-looks";
import * as things from "./door-things";
import { readersExamples } from "./door-examples-of-readers";
import type { World } from "./door-world";

/** An input that a command would take, and what the policy says of an actor who sends it. */
export type Example = {
  input: (world: World, actor: Actor) => object | Promise<object>;
  may: (actor: Actor) => boolean;
};

const article = ({ reviewed }: World) => ({ articleId: reviewed.id });
const working = (world: World) => ({ articleId: world.working.id });
const approved = (world: World) => ({ articleId: world.approved.id });
const publishing = (world: World) => ({
  ...approved(world),
  digest: world.approved.digest,
  kind: "publish",
  note: null,
});
const note = { note: "A note." };
const nextWeek = () => new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString();
const somebody = UserId.parse(newId());
const email = () => `${newId()}@example.org`;
const manages = (actor: Actor) => may("people.manage", actor);
const edits = (actor: Actor) => may("article.edit", actor);
const comments = (actor: Actor) => may("article.comment", actor);
const own = (actor: Actor) => actor.id !== null && may("account.change", actor, { userId: actor.id });

/** One example for each command of the door; the tests fail for a command that has none. */
export const examples: Readonly<Record<string, Example>> = {
  ...citationExamples,
  ...foundExamples,
  "account.change-password": {
    input: () => ({ current: "what it was before", next: "a ferry before the bridge" }),
    may: own,
  },
  "account.rename": { input: () => ({ name: "Another Name" }), may: own },
  "account.sign-out-everywhere": { input: () => ({}), may: own },
  "article.create": { input: () => ({ title: "A title" }), may: (actor) => may("article.create", actor) },
  "article.save-steps": {
    input: (world) => ({
      ...article(world),
      stepCount: 0,
      steps: [{ stepType: "replace", from: 2, to: 3 }],
      clientId: "a-client",
    }),
    may: (actor) => may("article.edit", actor),
  },
  "article.checkpoint": { input: (world) => ({ ...article(world), ...note }), may: edits },
  "article.format": { input: article, may: (actor) => may("article.read", actor) },
  "article.restyle": { input: (world) => ({ ...working(world), style: "apa", locale: "de-DE" }), may: edits },
  "article.hand-over": {
    input: (world) => ({ ...article(world), ownerId: world.people.editor.id }),
    may: (actor) => may("article.handOver", actor, { ownerId: somebody }),
  },
  "article.rename": { input: (world) => ({ ...article(world), slug: `a-name-${newId()}` }), may: edits },
  "article.restore": {
    input: async (world) => ({ ...working(world), ...(await things.revision(world)), version: 0 }),
    may: (actor) => may("article.restore", actor),
  },
  "draft.import": {
    input: () => ({
      name: null,
      text: "A title\n\nA sentence [1].\n\nSources\n\n1. A book.",
      bibliographies: [],
    }),
    may: (actor) => may("article.create", actor),
  },
  "invitation.accept": {
    input: async (world) => ({
      token: (await world.invitation()).token,
      name: "New Person",
      password: "a ferry before the bridge",
    }),
    may: () => true,
  },
  "invitation.withdraw": {
    input: async (world) => ({ invitationId: (await world.invitation()).id }),
    may: manages,
  },
  "person.deactivate": {
    input: ({ other }) => ({ userId: other.id }),
    may: (actor) => may("people.deactivate", actor, { userId: somebody }) && manages(actor),
  },
  "person.invite": { input: () => ({ email: email(), name: "New Person", roles: ["editor"] }), may: manages },
  "person.reactivate": { input: ({ gone }) => ({ userId: gone.id }), may: manages },
  "person.reset-link": { input: ({ other }) => ({ userId: other.id }), may: manages },
  "person.set-roles": { input: ({ other }) => ({ userId: other.id, roles: ["reviewer"] }), may: manages },
  "publishing.bake": { input: article, may: (actor) => may("pages.bake", actor) },
  "publishing.publish": {
    input: publishing,
    may: (actor) => may("article.publish", actor),
  },
  "publishing.retract": {
    input: (world) => ({ ...approved(world), reason: "It was wrong." }),
    may: (actor) => may("article.retract", actor),
  },
  "publishing.schedule": {
    input: (world) => ({ ...publishing(world), at: nextWeek() }),
    may: (actor) => may("article.schedule", actor),
  },
  "publishing.unschedule": { input: approved, may: (actor) => may("article.schedule", actor) },
  "publishing.withdraw-by-law": {
    input: (world) => ({ ...approved(world), reason: "A court said so." }),
    may: (actor) => may("article.withdrawByLaw", actor),
  },
  "reference.add": { input: async (world) => ({ ...working(world), ...(await things.source(world)) }), may: edits },
  "reference.create-source": {
    input: (world) => ({ ...working(world), referenceId: null, record: things.record() }),
    may: (actor) => edits(actor) && may("source.edit", actor),
  },
  "reference.drop-labels": {
    input: async (world) => ({ ...working(world), ...(await things.reference(world)), labels: ["9"] }),
    may: edits,
  },
  "reference.remove": {
    input: async (world) => ({ ...working(world), ...(await things.reference(world)) }),
    may: edits,
  },
  "reference.reorder": {
    input: async (world) => ({ ...working(world), order: await things.order(world) }),
    may: edits,
  },
  "reference.resolve": {
    input: async (world) => ({
      ...working(world),
      ...(await things.reference(world)),
      ...(await things.source(world)),
    }),
    may: edits,
  },
  "review.approve": {
    input: (world) => ({
      ...article(world),
      sections: world.reviewed.sections.map(({ id, digest }) => ({ section: id, digest })),
    }),
    may: (actor) => may("section.approve", actor, { contributors: [] }),
  },
  "review.request-changes": {
    input: (world) => ({ ...article(world), words: "Not yet." }),
    may: (actor) => may("review.sendBack", actor),
  },
  "review.revoke": {
    input: (world) => ({ ...approved(world), approvalId: world.approved.approval, reason: "I misread it." }),
    may: (actor) => may("approval.revoke", actor),
  },
  "review.submit": { input: (world) => ({ ...article(world), ...note }), may: (actor) => may("article.submit", actor) },
  "review.withdraw": { input: article, may: (actor) => may("article.withdraw", actor) },
  "source.create": { input: () => ({ record: things.record() }), may: (actor) => may("source.edit", actor) },
  "source.edit": {
    input: async (world) => ({ ...(await things.source(world)), version: 0, record: things.record() }),
    may: (actor) => may("source.edit", actor),
  },
  "source.find": {
    input: () => ({ text: "10.5555/nobody.is.asked", services: [] }),
    may: (actor) => may("source.find", actor),
  },
  "source.import": {
    input: async (world, actor) => ({ ...(await things.bibliography(world, actor)), size: 10 }),
    may: (actor) => may("source.import", actor),
  },
  "source.merge": {
    input: async (world) => ({
      keep: (await things.source(world)).sourceId,
      drop: (await things.source(world)).sourceId,
      version: 0,
    }),
    may: (actor) => may("source.merge", actor),
  },
  "source.unmerge": {
    input: async (world) => things.merge(world),
    may: (actor) => may("source.merge", actor),
  },
  "duplicate.dismiss": {
    input: async (world) => things.pair(world),
    may: (actor) => may("source.merge", actor),
  },
  "duplicate.reopen": {
    input: async (world) => things.dismissedPair(world),
    may: (actor) => may("source.merge", actor),
  },
  "source.read-file": {
    input: () => ({ name: "links.bib", text: "@misc{a, title = {Links}}", format: null, articleId: null }),
    may: (actor) => may("source.import", actor),
  },
  "thread.answer": {
    input: async (world) => ({ ...working(world), ...(await things.thread(world)), body: "An answer." }),
    may: comments,
  },
  "thread.open": {
    input: async (world) => ({ ...working(world), ...(await things.passage(world)), body: "A question." }),
    may: comments,
  },
  "thread.reopen": {
    input: async (world) => ({ ...working(world), ...(await things.thread(world)) }),
    may: comments,
  },
  "thread.resolve": {
    input: async (world) => ({ ...working(world), ...(await things.thread(world)) }),
    may: comments,
  },
  "waiver.confirm": {
    input: async (world) => ({ ...working(world), ...(await things.waiver(world)) }),
    may: (actor) => may("waiver.confirm", actor, { requestedBy: somebody }),
  },
  "waiver.request": {
    input: async (world) => ({
      ...working(world),
      fingerprint: await things.fingerprint(world),
      reason: "The archive is closed until spring.",
      expiresAt: nextWeek(),
    }),
    may: (actor) => may("waiver.request", actor),
  },
  "waiver.withdraw": {
    input: async (world) => ({ ...working(world), ...(await things.waiver(world)) }),
    may: (actor) => may("waiver.withdraw", actor),
  },
  "source.check": {
    input: async (world) => ({ sourceIds: [(await things.page(world)).sourceId] }),
    may: (actor) => may("source.check", actor),
  },
  "source.check-standing": {
    input: async (world) => ({ sourceIds: [(await things.source(world)).sourceId] }),
    may: (actor) => may("source.check", actor),
  },
  "source.capture": { input: (world) => things.page(world), may: (actor) => may("source.check", actor) },
  "source.record-archive": {
    input: async (world) => ({ ...(await things.page(world)), url: "https://web.archive.org/web/20270503090000/x" }),
    may: (actor) => may("source.edit", actor),
  },
  "task.finish": { input: () => things.task(), may: (actor) => may("task.finish", actor) },
  ...libraryExamples,
  ...houseExamples,
  ...readersExamples,
  ...looksExamples,
};
