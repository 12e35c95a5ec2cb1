"use client";

import { useMemo } from "react";
import { QuoteDiff } from "@/components/source/quote-diff";
import { Button } from "@/components/ui/button";
import type { Finding } from "@/domain/rules/finding";
import { quoteDiff } from "@/domain/source/quote/word-diff";
import { CheckNow } from "./check-now";
import type { FixTools } from "./tools";

/** The longest quote that a citation takes, in characters. */
const longest = 5000;

/** What to do about a quote: see how it differs from its source, take the source's words, or have it looked for again. */
export function QuoteFix({ finding, tools }: { finding: Finding; tools: FixTools }) {
  const found = tools.quoteOf(finding);
  const passage = found?.known?.verdict === "altered" ? found.known.passage : null;
  const diff = useMemo(() => (found && passage ? quoteDiff(found.quote, passage) : null), [found, passage]);
  return (
    <>
      {diff ? (
        <div className="mb-3 rounded-md bg-wash px-3 py-2">
          <p className="mb-1 text-[12.5px] text-ink-soft">
            <del className="decoration-blocker">struck out</del>: only in the quote.{" "}
            <ins className="decoration-ok decoration-2">Underlined</ins>: only in the source.
          </p>
          <QuoteDiff diff={diff} />
        </div>
      ) : null}
      <div className="flex flex-wrap gap-1.5">
        {found && passage && passage.length <= longest ? (
          <Button small onPress={() => tools.changeQuote(found, passage)}>
            Use the source’s words
          </Button>
        ) : null}
        <Button small emphasis={passage ? "quiet" : "plain"} onPress={() => tools.goTo(finding)}>
          Go there
        </Button>
        {found ? <CheckNow check={() => tools.checkNow(found.source)} /> : null}
      </div>
    </>
  );
}
