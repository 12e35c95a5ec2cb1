import { type Node, Slice } from "prosemirror-model";
import { ReplaceStep, type Step } from "prosemirror-transform";
import { attempt, isInsidePart } from "./attempt";
import { Track, movesIn } from "./track";

/** Each unsaved step after others came first: as it stands now, or null where it found no place. */
export type Rebased = { steps: (Step | null)[]; document: Node };

/**
 * Takes `own` steps over the `remote` ones that were made on the same version, and applies them to `document`, which has
 * the remote ones already. It does what prosemirror-collab does, and knows besides that a section may be moved: steps
 * inside one follow it, and moving one takes along what others have written in it meanwhile.
 */
export function rebase(own: readonly Step[], remote: readonly Step[], document: Node): Rebased {
  const plain = new Track(own, remote);
  const following = new Track(own, remote, { moves: true });
  const moves = new Set(movesIn(own));
  const steps: (Step | null)[] = [];
  let now = document;
  for (let index = 0; index < own.length; index++) {
    const step = own[index];
    const putBack = own[index + 1];
    if (!step) continue;
    const inPart = following.take(step, index);
    if (moves.has(index) && putBack instanceof ReplaceStep) {
      const moved = movedAgain(inPart, putBack, index, now, plain);
      if (moved) following.move(...moved.steps);
      if (moved) for (const [half, made] of moved.steps.entries()) plain.again(made, index + half);
      steps.push(...(moved?.steps ?? [null, null]));
      now = moved?.document ?? now;
      index += 1;
      continue;
    }
    const found = fitting(inPart, now, true) ?? fitting(plain.take(step, index), now, false);
    steps.push(found?.step ?? null);
    if (!found) continue;
    for (const track of [plain, following]) track.again(found.step, index);
    now = found.document;
  }
  return { steps, document: now };
}

type Fit = { step: Step; document: Node };

function fitting(step: Step | null, document: Node, inPart: boolean): Fit | null {
  if (!step || (inPart && !isInsidePart(step, document))) return null;
  const applied = attempt(step, document);
  return applied && { step, document: applied };
}

type Moved = { steps: [Step, Step]; document: Node };

/** Moves a section as it is now; null where it is gone or its new place is, and then it stays where it stands. */
function movedAgain(out: Step | null, putBack: ReplaceStep, index: number, document: Node, plain: Track): Moved | null {
  if (!(out instanceof ReplaceStep)) return null;
  const content = document.slice(out.from, out.to);
  const without = attempt(out, document);
  if (!without || content.openStart > 0 || content.openEnd > 0 || content.size === 0) return null;
  const way = plain.from(index + 1);
  way.appendMap(out.getMap());
  const place = way.map(putBack.from, 1);
  const back = new ReplaceStep(place, place, new Slice(content.content, 0, 0));
  const applied = attempt(back, without);
  return applied && { steps: [out, back], document: applied };
}
