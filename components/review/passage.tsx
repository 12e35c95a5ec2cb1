import { QuoteDiff } from "@/components/source/quote-diff";
import type { QuoteVerdict } from "@/domain/source/facts";
import type { Excerpt } from "@/domain/source/quote/excerpt";
import type { PassageView } from "./citation-view";

/** The passage of the kept text beside a citation, highlighted where the quote was found, and what is different in it. */
export function PassageText({ passage }: { passage: PassageView }) {
  return (
    <div className="grid gap-2">
      <p className="text-[12.5px] text-ink-soft">{wordsFor(passage)}</p>
      <ExcerptText excerpt={passage.excerpt} />
      {passage.kind === "found" && passage.diff.length > 0 ? (
        <div className="rounded-md bg-wash px-3 py-2">
          <p className="mb-1 text-[12.5px] text-ink-soft">
            <del className="decoration-blocker">struck out</del>: only in the quote.{" "}
            <ins className="decoration-ok decoration-2">Underlined</ins>: only in the source.
          </p>
          <QuoteDiff diff={passage.diff} />
        </div>
      ) : null}
    </div>
  );
}

/** Words of a kept text, the passage in it marked. */
export function ExcerptText({ excerpt: { before, exact, after } }: { excerpt: Excerpt }) {
  return (
    <p className="font-serif text-[15px] leading-6 wrap-anywhere">
      {before}
      {exact ? <mark className="rounded-sm bg-warning-wash px-0.5 text-ink">{exact}</mark> : null}
      {after}
    </p>
  );
}

function wordsFor(passage: PassageView): string {
  if (passage.kind === "found") {
    const verdict = passage.verdict === "exact" ? "The quote, word for word." : "The words are not those of the quote.";
    return passage.older ? `${verdict} In an older copy; the newest is still to be searched.` : verdict;
  }
  const quote = passage.verdict ? verdicts[passage.verdict] : "";
  const place = passage.kind === "likely" ? "Where most of the sentence’s words stand:" : "How the text begins:";
  return `${quote}${quote ? " " : ""}${place}`;
}

const verdicts: Readonly<Record<QuoteVerdict, string>> = {
  unchecked: "The quote was not looked for yet.",
  exact: "",
  altered: "The quote was altered.",
  "not-found": "The quote was not found.",
  unreadable: "The quote could not be looked for.",
};
