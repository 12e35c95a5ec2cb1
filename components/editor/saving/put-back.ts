import { getVersion, sendableSteps } from "prosemirror-collab";
import type { Step } from "prosemirror-transform";
import type { StepJson, Steps, Transport } from "@/components/editor/transport";
import { batchLimit } from "./batches";
import type { Kept } from "./kept";
import { wordsOf } from "./attempt";
import { rebase } from "./rebase";
import { readSteps, unseen } from "./receive";
import type { Desk } from "./saver";

/** What became of the steps that a closed tab kept. `later`: nobody answered yet, try again. */
export type PutBack = { kind: "done"; changes: number; lost: string[] } | { kind: "later" };

/**
 * Puts kept steps back. They are first offered to the authority as the closed tab would have sent them, because that
 * tab's last batch may still have arrived: what it has is not saved twice, and where others came first the rest is
 * rebased over theirs and becomes this editor's own.
 */
export async function putBack(kept: Kept, articleId: string, transport: Transport, desk: Desk): Promise<PutBack> {
  const own = read(kept);
  if (!own) return { kind: "done", changes: 0, lost: [] };
  const { clientId } = kept;
  let { stepCount } = kept;
  for (let done = 0; done < own.length; ) {
    const steps = chunk(kept.steps.slice(done));
    const answer = await transport
      .save({ articleId, clientId, stepCount, steps })
      .catch(() => ({ kind: "offline" }) as const);
    if (answer.kind === "offline") return { kind: "later" };
    if (answer.kind === "refused") return { kind: "done", changes: done, lost: wordsIn(own.slice(done)) };
    if (answer.kind === "behind") return afterOthers(own.slice(done), done, clientId, stepCount, answer, desk);
    done += steps.length;
    stepCount += steps.length;
  }
  return { kind: "done", changes: own.length, lost: [] };
}

function afterOthers(
  own: readonly Step[],
  done: number,
  clientId: string,
  stepCount: number,
  answer: Steps,
  desk: Desk,
): PutBack {
  const remote = unseen(answer, stepCount);
  if (!remote) return { kind: "done", changes: done, lost: wordsIn(own) };
  let ours = 0;
  while (ours < own.length && remote.clientIds[ours] === clientId) ours += 1;
  const rest = own.slice(ours);
  if (rest.length === 0) return { kind: "done", changes: 0, lost: [] };
  const state = desk.state();
  const known = getVersion(state) - stepCount;
  if (known < ours) return { kind: "later" };
  const over = [...readSteps(remote.steps.slice(ours, known)), ...(sendableSteps(state)?.steps ?? [])];
  const { steps } = rebase(rest, over, state.doc);
  const transaction = state.tr;
  for (const step of steps) if (step) transaction.step(step);
  if (transaction.docChanged) desk.dispatch(transaction);
  const lost = rest.filter((_, index) => !steps[index]);
  return { kind: "done", changes: done + transaction.steps.length, lost: wordsIn(lost) };
}

const wordsIn = (steps: readonly Step[]): string[] => steps.map(wordsOf).filter(Boolean);

/** As many steps as one batch may carry, at least one. */
function chunk(steps: readonly StepJson[]): readonly StepJson[] {
  let characters = 0;
  let count = 0;
  for (const step of steps.slice(0, batchLimit.steps)) {
    characters += JSON.stringify(step).length;
    if (characters > batchLimit.characters) break;
    count += 1;
  }
  return steps.slice(0, Math.max(1, count));
}

function read(kept: Kept): Step[] | null {
  try {
    return readSteps(kept.steps);
  } catch {
    // The schema may have changed since these steps were kept; then they cannot be put back.
    return null;
  }
}
