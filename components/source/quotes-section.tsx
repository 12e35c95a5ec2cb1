import { StateTag, type Tone } from "@/components/ui/state-tag";
import { When } from "@/components/ui/when";
import type { QuoteVerdict } from "@/domain/source/facts";
import type { DiffPart } from "@/domain/source/quote/word-diff";
import { QuoteDiff } from "./quote-diff";

type Quote = { quote: string; verdict: QuoteVerdict; at: string; passage: string | null; diff: DiffPart[] | null };

/** The quotes that were looked for in the source, each with the verdict and the passage that it was judged by. */
export function QuotesSection({ quotes, now }: { quotes: Quote[]; now: string }) {
  if (quotes.length === 0) return null;
  return (
    <section aria-labelledby="quotes" className="mt-10">
      <h2 id="quotes" className="mb-3 font-serif text-[20px] font-semibold">
        Quotes
      </h2>
      <ul className="grid gap-5">
        {quotes.map(({ quote, verdict, at, passage, diff }) => (
          <li key={quote} className="border-l-2 border-rule-strong pl-4">
            <p className="font-serif text-[16px] leading-6 [overflow-wrap:anywhere]">“{quote}”</p>
            <p className="mt-1.5 text-[13px] text-ink-soft">
              <StateTag tone={verdicts[verdict].tone}>{verdicts[verdict].words}</StateTag> <When at={at} now={now} />
            </p>
            {verdict === "altered" && diff ? (
              <div className="mt-2">
                <QuoteDiff diff={diff} />
              </div>
            ) : passage && verdict !== "exact" ? (
              <p className="mt-2 text-[13.5px] text-ink-soft">The nearest passage: “{passage}”</p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const verdicts: Readonly<Record<QuoteVerdict, { words: string; tone: Tone }>> = {
  exact: { words: "Exact", tone: "ok" },
  altered: { words: "Altered", tone: "blocker" },
  "not-found": { words: "Not found", tone: "warning" },
  unreadable: { words: "The source could not be read", tone: "plain" },
  unchecked: { words: "Not looked for yet", tone: "plain" },
};
