import type { Node } from "prosemirror-model";
import { whyInvalid } from "@/domain/document/read";
import type { Batch, Message, SaveAnswer, StepJson, Transport } from "@/components/editor/transport";
import { readSteps } from "@/components/editor/saving/receive";

/** An article's truth in memory, for tests: it takes a batch on its own version only, and refuses what is not a document. */
export function authorityOf(first: Node) {
  let document = first;
  const steps: StepJson[] = [];
  const clientIds: string[] = [];
  const listeners = new Set<(message: Message) => void>();
  let refused = 0;

  function save({ stepCount, steps: made, clientId }: Batch): SaveAnswer {
    if (stepCount !== steps.length) return { kind: "behind", ...since(stepCount) };
    let next = document;
    for (const step of readSteps(made)) {
      const result = step.apply(next);
      if (!result.doc) return refuse(result.failed ?? "a step does not apply");
      next = result.doc;
    }
    const why = whyInvalid(next);
    if (why) return refuse(why);
    document = next;
    steps.push(...made);
    clientIds.push(...made.map(() => clientId));
    for (const listener of listeners) listener({ kind: "steps", ...since(stepCount) });
    return { kind: "saved", stepCount: steps.length };
  }

  const since = (stepCount: number) => ({
    steps: steps.slice(stepCount),
    clientIds: clientIds.slice(stepCount),
    stepCount: steps.length,
  });
  const refuse = (why: string): SaveAnswer => {
    refused += 1;
    return { kind: "refused", why };
  };
  const transport: Transport = {
    save: async (batch) => save(structuredClone(batch)),
    subscribe: (_article, stepCount, listener) => {
      listeners.add(listener);
      if (stepCount < steps.length) listener({ kind: "steps", ...since(stepCount) });
      return () => listeners.delete(listener);
    },
  };
  return { transport, save, since, document: () => document, stepCount: () => steps.length, refused: () => refused };
}
