import { may } from "@/domain/access/policy";
import { db } from "@/server/db";
import { approvalsOf, matchApprovals } from "@/server/db/approvals";
import { contributorsOf } from "@/server/db/contributors";
import { draftOf } from "@/server/testing/drafts";
import { type Move, moves } from "./moves";
import { type Answer, cast, type Dice, pick, type World } from "./world";

/**
 * The next thing that a newsroom that wants to publish this article would do. Without it random people would seldom get
 * as far as an edition.
 */
export const carryOn: Move = async (world, dice) => {
  const { id } = cast(world, dice);
  const { article, manuscript } = await draftOf(id);
  const editor = { ...dice, who: dice.a % 3 };
  if (manuscript.threads.length > 0) return move("resolves a comment", world, editor);
  if (article.state === "scheduled") return move("the hour comes", world, dice);
  if (article.state === "approved") return move(dice.b % 3 === 0 ? "corrects" : "publishes", world, editor);
  if (article.state === "in_review") return approveWhatIsLeft(world, dice);
  if (article.openBlockers > 0) return mend(world, editor);
  const live = article.liveEditionId && (await db.edition.findUnique({ where: { id: article.liveEditionId } }));
  if (live && live.digest === article.digest && live.kind !== "retraction") return move("writes", world, editor);
  return move("hands in", world, editor);
};

/** Mends what blocks most often: no entry on the list, a hole, a link to what is not published. */
async function mend(world: World, dice: Dice): Promise<Answer | null> {
  const { manuscript } = await draftOf(cast(world, dice).id);
  if (manuscript.references.length === 0) return move("adds a source", world, dice);
  return (
    (await move("binds all", world, dice)) ??
    (await move("unlinks", world, dice)) ??
    (await move("writes", world, dice))
  );
}

/** A reviewer approves every section that needs it and that they did not write. */
async function approveWhatIsLeft(world: World, dice: Dice): Promise<Answer | null> {
  const { id } = cast(world, dice);
  const { sections } = await draftOf(id);
  const [standing, wrote] = await db.$transaction(async (tx) => [
    matchApprovals(sections, await approvalsOf(tx, id)),
    await contributorsOf(tx, id),
  ]);
  const left = sections.filter((section) => !standing.get(section.id));
  if (left.length === 0) return move("approves nothing more", world, { ...dice, who: 3 });
  const able = world.people.flatMap((person, who) => {
    const places = left.filter((one) => may("section.approve", person, { contributors: wrote.get(one.id) ?? [] }));
    return places.map(({ position }) => ({ who, position }));
  });
  const one = pick(able, dice.a);
  return one ? move("approves one section", world, { ...dice, who: one.who, a: one.position }) : null;
}

function move(name: string, world: World, dice: Dice): Promise<Answer | null> {
  const found = moves[name];
  if (!found) throw new Error(`nobody ${name}`);
  return found(world, dice);
}
