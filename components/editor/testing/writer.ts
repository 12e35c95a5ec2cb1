import type { EditorState, Transaction } from "prosemirror-state";
import type { Node } from "prosemirror-model";
import { manuscriptState } from "@/components/editor/plugins";
import type { SaveState } from "@/components/editor/saving/machine";
import { createSaver } from "@/components/editor/saving/saver";
import type { StepJson, Transport } from "@/components/editor/transport";

export type Writer = ReturnType<typeof writerOf>;

/** A person at an editor without a screen: the real state and plugins, the real saving, a line that can be cut. */
export function writerOf(name: string, document: Node, stepCount: number, transport: Transport, latency = 0) {
  let state: EditorState = manuscriptState(document, stepCount, name, {
    insertCitation: () => {},
    link: () => {},
    picture: () => {},
    blocker: () => {},
    open: () => false,
  });
  let offline = false;
  let kept: { stepCount: number; steps: readonly StepJson[] } = { stepCount, steps: [] };
  /** The line was cut while the answer was on its way: the batch is saved, and nobody here knows. */
  const lost = () => offline;
  const told: SaveState[] = [];
  const lostWords: string[] = [];
  const dispatch = (transaction: Transaction) => {
    const result = state.applyTransaction(transaction);
    state = result.state;
    if (result.transactions.some((made) => made.docChanged && !made.getMeta("received"))) saver.edited();
  };
  const line: Transport = {
    save: async (batch) => {
      await after(latency);
      if (offline) return { kind: "offline" };
      const answer = await transport.save(batch);
      await after(latency);
      return lost() ? { kind: "offline" } : answer;
    },
    subscribe: transport.subscribe,
  };
  const saver = createSaver({
    articleId: "article",
    clientId: name,
    transport: line,
    desk: { state: () => state, dispatch },
    keep: (count, steps) => {
      kept = { stepCount: count, steps };
      return true;
    },
    onState: (save) => told.push(save),
    onLost: (words) => lostWords.push(...words),
    resubscribe: () => {},
  });
  return {
    name,
    saver,
    dispatch,
    line,
    desk: { state: () => state, dispatch },
    state: () => state,
    kept: () => kept,
    told,
    lostWords,
    cut: (yes: boolean) => {
      offline = yes;
    },
    /** Makes a change where it can be made; answers whether it was. */
    make: (change: (state: EditorState) => Transaction | null): boolean => {
      const transaction = change(state);
      if (transaction?.docChanged) dispatch(transaction);
      return transaction?.docChanged === true;
    },
  };
}

const after = (wait: number) => new Promise<void>((resolve) => setTimeout(resolve, wait));
