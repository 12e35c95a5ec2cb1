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

/** True when a step touches only what is inside one part of the document. */
export function isInsidePart(step: Step, document: Node): boolean {
  const json: { from?: number; to?: number; pos?: number } = step.toJSON();
  const from = json.from ?? json.pos ?? 0;
  const to = json.to ?? from;
  if (from > to || to > document.content.size) return false;
  const [$from, $to] = [document.resolve(from), document.resolve(to)];
  return $from.depth > 0 && $to.depth > 0 && $from.index(0) === $to.index(0);
}
