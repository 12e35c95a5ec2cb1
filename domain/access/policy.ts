import type { UserId } from "@/domain/ids";

export const roles = ["editor", "reviewer", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who asks: a person with the roles that the database gives them now, or the system for work without a person. */
export type Actor = { id: UserId; roles: readonly Role[] } | SystemActor;
export type SystemActor = { id: null; roles: readonly ["system"] };
export const systemActor: SystemActor = { id: null, roles: ["system"] };

/** What a permission may look at besides the actor; each names just what it needs. */
type Owned = { ownerId: UserId };
type Contributed = { contributors: readonly UserId[] };
type Requested = { requestedBy: UserId };
type Someone = { userId: UserId };

/** Who may do what: one line each, and what is not listed is not allowed. Server and screens read the same table. */
export const policy = {
  "article.read": (actor: Actor) => isPerson(actor) || isSystem(actor),
  "article.create": (actor: Actor) => has(actor, "editor"),
  "article.edit": (actor: Actor) => has(actor, "editor"),
  "picture.add": (actor: Actor) => has(actor, "editor"),
  "article.submit": (actor: Actor) => has(actor, "editor"),
  "article.withdraw": (actor: Actor) => has(actor, "editor"),
  "article.comment": (actor: Actor) => has(actor, "editor") || has(actor, "reviewer"),
  "article.restore": (actor: Actor) => has(actor, "editor"),
  "article.handOver": (actor: Actor, article: Owned) => has(actor, "admin") || article.ownerId === actor.id,
  "section.approve": (actor: Actor, section: Contributed) =>
    has(actor, "reviewer") && actor.id !== null && !section.contributors.includes(actor.id),
  "review.sendBack": (actor: Actor) => has(actor, "reviewer"),
  "approval.revoke": (actor: Actor) => has(actor, "reviewer"),
  "topic.create": (actor: Actor) => has(actor, "editor"),
  "topic.change": (actor: Actor) => has(actor, "editor") || has(actor, "admin"),
  "article.publish": (actor: Actor) => has(actor, "editor") || has(actor, "reviewer") || isSystem(actor),
  "article.schedule": (actor: Actor) => has(actor, "editor") || has(actor, "reviewer"),
  "article.retract": (actor: Actor) => has(actor, "reviewer") || has(actor, "admin"),
  "article.withdrawByLaw": (actor: Actor) => has(actor, "admin"),
  "source.read": (actor: Actor) => isPerson(actor) || isSystem(actor),
  "source.edit": (actor: Actor) => has(actor, "editor"),
  "source.merge": (actor: Actor) => has(actor, "editor"),
  "source.find": (actor: Actor) => has(actor, "editor"),
  "source.import": (actor: Actor) => has(actor, "editor"),
  "source.tag": (actor: Actor) => has(actor, "editor") || has(actor, "reviewer"),
  "source.check": (actor: Actor) => has(actor, "editor") || has(actor, "reviewer") || isSystem(actor),
  "view.save": (actor: Actor) => isPerson(actor),
  "citation.verify": (actor: Actor, section: Contributed) =>
    has(actor, "reviewer") && actor.id !== null && !section.contributors.includes(actor.id),
  "report.send": (actor: Actor) => isSystem(actor),
  "report.settle": (actor: Actor) => has(actor, "editor") || has(actor, "reviewer") || has(actor, "admin"),
  "receipts.replaceKey": (actor: Actor) => has(actor, "admin") || isSystem(actor),
  "task.finish": (actor: Actor) => isPerson(actor) || isSystem(actor),
  "retractions.import": (actor: Actor) => has(actor, "admin") || isSystem(actor),
  "style.manage": (actor: Actor) => has(actor, "admin"),
  "settings.edit": (actor: Actor) => has(actor, "admin"),
  "waiver.request": (actor: Actor) => has(actor, "editor"),
  "waiver.confirm": (actor: Actor, waiver: Requested) => has(actor, "reviewer") && waiver.requestedBy !== actor.id,
  "waiver.withdraw": (actor: Actor) => has(actor, "editor") || has(actor, "reviewer"),
  "people.manage": (actor: Actor) => has(actor, "admin"),
  "people.deactivate": (actor: Actor, person: Someone) => has(actor, "admin") && person.userId !== actor.id,
  "account.change": (actor: Actor, person: Someone) => actor.id !== null && person.userId === actor.id,
  "site.edit": (actor: Actor) => has(actor, "admin"),
  "pages.bake": (actor: Actor) => isSystem(actor) || has(actor, "admin"),
} as const;

export type Permission = keyof typeof policy;

/** What each permission's line asks for. */
export type Asked = { [P in Permission]: Parameters<(typeof policy)[P]> };

/** Whether the actor may; the extra argument is what the permission's line asks for. */
export function may<P extends Permission>(permission: P, ...asked: Asked[P]): boolean {
  const rules: { [Q in Permission]: (...given: Asked[Q]) => boolean } = policy;
  return rules[permission](...asked);
}

const isSystem = (actor: Actor): actor is SystemActor => actor.id === null;
const isPerson = (actor: Actor): boolean => !isSystem(actor) && actor.roles.length > 0;
const has = (actor: Actor, role: Role): boolean => !isSystem(actor) && actor.roles.includes(role);
