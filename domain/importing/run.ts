import { hrefOf, type Inline } from "./tree";

/**
 * The inlines of one text block as one string in which markers are looked for. Code, mathematics, breaks, promises
 * and citations by key are blanked out by U+FFFC of the same length; `linked` and `raised` say what an offset is part of.
 */
export type Run = {
  text: string;
  inlines: readonly PlacedInline[];
  linked: (at: number) => boolean;
  raised: (at: number) => boolean;
};

export type PlacedInline = { inline: Inline; from: number; to: number };

const blank = "\uFFFC";

/** Lays inlines end to end. */
export function runOf(inlines: readonly Inline[]): Run {
  let text = "";
  const placed: PlacedInline[] = [];
  for (const inline of inlines) {
    const seen = seenText(inline);
    placed.push({ inline, from: text.length, to: text.length + seen.length });
    text += seen;
  }
  const linked = spansOf(placed, (inline) => hrefOf(inline) !== null);
  const raised = spansOf(
    placed,
    (inline) => inline.kind === "text" && inline.marks.some((mark) => mark.kind === "sup"),
  );
  return { text, inlines: placed, linked: within(linked), raised: within(raised) };
}

/** Says whether any offset of a stretch is part of a link. */
export function touchesLink(run: Run, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (run.linked(at)) return true;
  return false;
}

function seenText(inline: Inline): string {
  if (inline.kind === "text") return inline.text;
  if (inline.kind === "verbatim") return blank.repeat(inline.text.length);
  return inline.kind === "break" ? "\n" : blank;
}

type Span = { from: number; to: number };

function spansOf(placed: readonly PlacedInline[], wanted: (inline: Inline) => boolean): Span[] {
  return placed.filter(({ inline }) => wanted(inline));
}

/** Looks an offset up in spans that are in order, by halving. */
function within(spans: readonly Span[]): (at: number) => boolean {
  return (at) => {
    let low = 0;
    let high = spans.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const span = spans[middle];
      if (!span) return false;
      if (at < span.from) high = middle - 1;
      else if (at >= span.to) low = middle + 1;
      else return true;
    }
    return false;
  };
}
