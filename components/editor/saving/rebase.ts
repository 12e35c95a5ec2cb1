import type { Node } from "prosemirror-model";
import { Mapping, type Step } from "prosemirror-transform";

/** What is left of steps after others came first: those that still apply, and the words of those that do not. */
export type Rebased = { steps: Step[]; document: Node; lost: string[] };

/**
 * Takes `own` steps over the `remote` ones that were made on the same version, and applies them to `document`, which has
 * the remote ones already. Unlike prosemirror-collab it needs no older document, so it can put back what a closed tab kept.
 */
export function rebase(own: readonly Step[], remote: readonly Step[], document: Node): Rebased {
  const mapping = new Mapping();
  for (const step of own.toReversed()) mapping.appendMap(step.getMap().invert());
  for (const step of remote) mapping.appendMap(step.getMap());
  const result: Rebased = { steps: [], document, lost: [] };
  for (const [index, step] of own.entries()) {
    const from = own.length - index;
    const mapped = step.map(mapping.slice(from));
    const applied = mapped && attempt(mapped, result.document);
    if (mapped && applied) {
      mapping.appendMap(mapped.getMap(), from - 1);
      result.steps.push(mapped);
      result.document = applied;
    } else {
      const words = wordsOf(step);
      if (words) result.lost.push(words);
    }
  }
  return result;
}

/** The words that a step would have brought into the text. */
export function wordsOf(step: Step): string {
  const json: { slice?: { content?: unknown } } = step.toJSON();
  return textIn(json.slice?.content).trim();
}

function attempt(step: Step, document: Node): Node | null {
  try {
    return step.apply(document).doc;
  } catch {
    // A mapped step may point into a place that is no longer there; that is a loss to report, not a bug.
    return null;
  }
}

function textIn(content: unknown): string {
  if (!Array.isArray(content)) return "";
  return content.map((node: { text?: string; content?: unknown }) => node.text ?? `${textIn(node.content)}\n`).join("");
}
