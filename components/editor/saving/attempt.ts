import type { Node } from "prosemirror-model";
import type { Step } from "prosemirror-transform";

/** The document after a step, or null where the step does not fit it. */
export function attempt(step: Step, document: Node): Node | null {
  try {
    return step.apply(document).doc;
  } catch {
    // A mapped step may point into a place that is no longer there; that is a loss to report, not a bug.
    return null;
  }
}

/** The words that a step would have brought into the text. */
export function wordsOf(step: Step): string {
  const json: { slice?: { content?: unknown } } = step.toJSON();
  return textIn(json.slice?.content).trim();
}

function textIn(content: unknown): string {
  if (!Array.isArray(content)) return "";
  return content.map((node: { text?: string; content?: unknown }) => node.text ?? `${textIn(node.content)}\n`).join("");
}
