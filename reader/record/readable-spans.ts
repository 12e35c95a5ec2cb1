import type { Span } from "@/domain/review/compare";
import type { Token } from "@/domain/review/tokens";

/**
 * The spans of a comparison as people read them: words that were replaced one after another, with nothing but white space
 * between them, are one run of old words and one of new ones.
 */
export function readableSpans(spans: readonly Span[]): Span[] {
  const shown: Span[] = [];
  let removed: Token[] = [];
  let added: Token[] = [];
  const settle = (): void => {
    if (removed.length > 0) shown.push({ kind: "removed", tokens: removed });
    if (added.length > 0) shown.push({ kind: "added", tokens: added });
    [removed, added] = [[], []];
  };
  spans.forEach((span, index) => {
    if (span.kind === "removed") removed.push(...span.tokens);
    else if (span.kind === "added") added.push(...span.tokens);
    else if (isGap(span) && removed.length > 0 && added.length > 0 && isChange(spans[index + 1])) {
      removed.push(...span.tokens);
      added.push(...span.tokens);
    } else {
      settle();
      shown.push(span);
    }
  });
  settle();
  return shown;
}

const isGap = ({ tokens }: Span): boolean => tokens.every(({ text, cites }) => cites === null && text.trim() === "");
const isChange = (span: Span | undefined): boolean => span !== undefined && span.kind !== "same";
