import type { Node } from "prosemirror-model";
import { ReplaceStep, type Step } from "prosemirror-transform";
import { attempt, wordsOf } from "./attempt";
import { rebase } from "./rebase";
import { Track, movesIn } from "./track";

export type Meeting = {
  /** Unsaved steps and the ones that came before them at the authority, both made on the same version. */
  own: readonly Step[];
  remote: readonly Step[];
  /** The document with the remote steps only. */
  theirs: Node;
  /** The document with both, as prosemirror-collab left it. */
  both: Node;
};

/** Steps that make good what rebasing dropped, to be applied to `both` in order, and the words that stay without a place. */
export type Rescued = { steps: Step[]; lost: string[] };

/**
 * A section that is moved is taken out and put back as it was, so words written in it meanwhile by somebody else would
 * go with the part that is taken out. This finds them, on either side, and gives the steps that write them into the
 * section where it stands now.
 */
export function rescue({ own, remote, theirs, both }: Meeting): Rescued {
  const rebased = rebase(own, remote, theirs).steps;
  const result: Rescued = { steps: [], lost: [] };
  let document = both;
  const add = (step: Step | null): boolean => {
    const applied = step && attempt(step, document);
    if (!step || !applied) return false;
    result.steps.push(step);
    document = applied;
    return true;
  };

  if (movesIn(own).length > 0) redoTheirs(own, remote, rebased, add);
  redoOwn(own, remote, rebased, result, add);
  return result;
}

/** Redoes unsaved steps that fell into a section which somebody else has moved. */
function redoOwn(
  own: readonly Step[],
  remote: readonly Step[],
  rebased: readonly (Step | null)[],
  result: Rescued,
  add: (step: Step | null) => boolean,
): void {
  if (!rebased.includes(null)) return;
  const track = new Track();
  const undone = track.back(own);
  track.forth(remote, { moves: true });
  for (const [index, step] of rebased.entries()) if (step) track.again(step, undone[index]);
  track.forth(result.steps);
  for (const [index, step] of own.entries()) {
    if (rebased[index]) continue;
    const mapped = step.map(track.from(own.length - index));
    if (mapped && add(mapped)) track.again(mapped, undone[index]);
    else if (wordsOf(step)) result.lost.push(wordsOf(step));
  }
}

/** Redoes the others' steps that fell into a section which an unsaved step moves. */
function redoTheirs(
  own: readonly Step[],
  remote: readonly Step[],
  rebased: readonly (Step | null)[],
  add: (step: Step | null) => boolean,
): void {
  const track = new Track();
  const undoneTheirs = track.back(remote, { moves: true });
  track.forth(own, { moves: true });
  const undoneOwn = track.back(own);
  track.forth(remote);
  for (const [index, step] of rebased.entries()) if (step) track.again(step, undoneOwn[index]);
  const moved = movesIn(own);
  for (const [index, step] of remote.entries()) {
    if (!isInsideMoved(step, remote.slice(0, index), own, moved)) continue;
    const mapped = step.map(track.from(remote.length - index));
    if (mapped && add(mapped)) track.again(mapped, undoneTheirs[index]);
  }
}

function isInsideMoved(step: Step, before: readonly Step[], own: readonly Step[], moved: readonly number[]): boolean {
  const range = rangeOf(step);
  return moved.some((index) => {
    const out = own[index];
    const track = new Track();
    track.back(before, { moves: true });
    track.forth(own.slice(0, index), { moves: true });
    const way = track.from(0);
    const from = way.map(range.from, 1);
    const to = way.map(range.to, -1);
    return out instanceof ReplaceStep && from > out.from && to < out.to;
  });
}

/** The range that a step touches in the document that it is made on. */
function rangeOf(step: Step): { from: number; to: number } {
  const json: { from?: number; to?: number; pos?: number } = step.toJSON();
  const from = json.from ?? json.pos ?? 0;
  return { from, to: json.to ?? from };
}
