import type { Node } from "prosemirror-model";
import type { Step } from "prosemirror-transform";
import { whyInvalid } from "@/domain/document/read";
import type { StepJson } from "@/components/editor/transport";

/** The most that one batch may carry: the server takes 2 MB and 500 steps at once. */
export const batchLimit = { steps: 500, characters: 900_000 };

/**
 * The first batch of unsaved steps that fits the limit. A batch ends only where the document is valid, because the
 * server refuses one that leaves an id twice; `base` is the document that the first step was made on. At least one step is always sent.
 */
export function firstBatch(
  steps: readonly Step[],
  base: Node,
  limit: { steps: number; characters: number } = batchLimit,
): StepJson[] {
  const json = steps.slice(0, limit.steps).map((step): StepJson => step.toJSON());
  let characters = 0;
  let fits = 0;
  for (const step of json) {
    characters += JSON.stringify(step).length;
    if (characters > limit.characters) break;
    fits += 1;
  }
  if (fits === steps.length) return json;
  return steps.slice(0, validLength(steps, Math.max(1, fits), base)).map((step): StepJson => step.toJSON());
}

/** The length nearest to `fits`, shorter if possible, at which the document is valid. */
function validLength(steps: readonly Step[], fits: number, base: Node): number {
  const documents: Node[] = [];
  for (const step of steps) {
    const document = step.apply(documents.at(-1) ?? base).doc;
    if (!document) return fits;
    documents.push(document);
  }
  const validAt = (length: number) => {
    const document = documents[length - 1];
    return document !== undefined && whyInvalid(document) === null;
  };
  for (let length = fits; length > 0; length--) if (validAt(length)) return length;
  for (let length = fits + 1; length <= steps.length; length++) if (validAt(length)) return length;
  return fits;
}
