import { receiveTransaction } from "prosemirror-collab";
import type { EditorState, Transaction } from "prosemirror-state";
import { Step } from "prosemirror-transform";
import { schema } from "@/domain/document/schema";
import type { Steps } from "@/components/editor/transport";

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

/** The transaction that brings steps of the authority into an editor, with the editor's own unsaved ones rebased over them. */
export function receiving(state: EditorState, { steps, clientIds }: Steps): Transaction {
  const transaction = receiveTransaction(state, readSteps(steps), clientIds, { mapSelectionBackward: true });
  return transaction.setMeta("received", true);
}

/** Reads steps from JSON; one that is not a step of our schema throws. */
export function readSteps(steps: Steps["steps"]): Step[] {
  return steps.map((json) => Step.fromJSON(schema, json));
}
