import { Fragment } from "react";
import type { DiffPart } from "@/domain/source/quote/word-diff";

/**
 * A quote against the words of its source: what only the quote has is struck out, what only the source has is underlined.
 * Both are said in words as well, for those who hear the page or see no colours.
 */
export function QuoteDiff({ diff }: { diff: readonly DiffPart[] }) {
  return (
    <p className="font-serif text-[15px] leading-6 wrap-anywhere">
      {diff.map((part, at) => (
        // Parts have no identity but their place.
        <Fragment key={at}>
          {at > 0 ? " " : ""}
          <Part {...part} />
        </Fragment>
      ))}
    </p>
  );
}

function Part({ kind, text }: DiffPart) {
  if (kind === "same") return text;
  const said = kind === "quote" ? "only in the quote: " : "only in the source: ";
  const words = (
    <>
      <span className="sr-only">[{said}</span>
      {text}
      <span className="sr-only">]</span>
    </>
  );
  return kind === "quote" ? (
    <del className="rounded-sm bg-blocker-wash px-0.5 decoration-blocker">{words}</del>
  ) : (
    <ins className="rounded-sm bg-ok-wash px-0.5 decoration-ok decoration-2">{words}</ins>
  );
}
