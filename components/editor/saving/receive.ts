import { collab, getVersion, receiveTransaction, sendableSteps } from "prosemirror-collab";
import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { Step } from "prosemirror-transform";
import { schema } from "@/domain/document/schema";
import type { Steps } from "@/components/editor/transport";
import { rebase } from "./rebase";
import { movesIn } from "./track";

declare module "prosemirror-transform" {
  interface Mapping {
    /** Says that one map brings back what another took out (prosemirror-transform has it for prosemirror-collab). */
    setMirror(one: number, other: number): void;
  }
}

/** A transaction that brings in others' steps, and the unsaved steps that found no place after them. */
export type Received = { transaction: Transaction; lost: Step[] };

/** The steps of a message that come after version `stepCount`, or null where some before them are missing. */
export function unseen(message: Steps, stepCount: number): Steps | null {
  const from = message.stepCount - message.steps.length;
  if (from > stepCount) return null;
  return {
    steps: message.steps.slice(stepCount - from),
    clientIds: message.clientIds.slice(stepCount - from),
    stepCount: message.stepCount,
  };
}

/**
 * Brings steps of the authority into an editor, with its own unsaved ones rebased over them. prosemirror-collab does
 * this where only words change; where a section is moved it would drop what was written in it, so then we do.
 * `truth` is the document at the authority's last known version, without what is unsaved.
 */
export function receiving(state: EditorState, { steps, clientIds }: Steps, clientId: string, truth: Node): Received {
  const all = readSteps(steps);
  const unsaved = sendableSteps(state)?.steps ?? [];
  let ours = 0;
  while (ours < unsaved.length && clientIds[ours] === clientId) ours += 1;
  const own = unsaved.slice(ours);
  const remote = all.slice(ours);
  const base = all.slice(0, ours).reduce((document, step) => step.apply(document).doc ?? document, truth);
  const theirs = remote.reduce((document, step) => step.apply(document).doc ?? document, base);
  const rebased = rebase(own, remote, theirs);
  const lost = own.filter((_, index) => !rebased.steps[index]);
  const moved = remote.length > 0 && (movesIn(own).length > 0 || movesIn(remote).length > 0);
  const transaction = moved
    ? withMoves(state, own, remote, base, rebased.steps, getVersion(state) + all.length)
    : receiveTransaction(state, all, clientIds, { mapSelectionBackward: true });
  return { transaction: transaction.setMeta("received", true), lost };
}

/** Reads steps from JSON; one that is not a step of our schema throws. */
export function readSteps(steps: Steps["steps"]): Step[] {
  return steps.map((json) => Step.fromJSON(schema, json));
}

/** The key under which prosemirror-collab keeps its version and unsaved steps. */
const key = collab().spec.key;

/** The transaction that prosemirror-collab would make (undo own, do theirs, redo own), with steps that follow moves. */
function withMoves(
  state: EditorState,
  own: readonly Step[],
  remote: readonly Step[],
  base: Node,
  rebased: readonly (Step | null)[],
  version: number,
): Transaction {
  const transaction = state.tr;
  const inverted: Step[] = [];
  let document = base;
  for (const step of own) {
    inverted.push(step.invert(document));
    document = step.apply(document).doc ?? document;
  }
  for (const step of inverted.toReversed()) transaction.step(step);
  for (const step of remote) transaction.step(step);
  for (const index of movesIn(remote)) transaction.mapping.setMirror(own.length + index, own.length + index + 1);
  const unconfirmed = rebased.flatMap((step, index) => {
    if (!step) return [];
    const before = transaction.doc;
    transaction.step(step);
    transaction.mapping.setMirror(own.length - 1 - index, transaction.steps.length - 1);
    return [{ step, inverted: step.invert(before), origin: transaction }];
  });
  return transaction
    .setMeta("rebased", own.length)
    .setMeta("addToHistory", false)
    .setMeta(key ?? "", { version, unconfirmed });
}
