"use client";

import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { When } from "@/components/ui/when";
import { linkWords } from "@/domain/source/link-words";
import { CheckNow } from "./check-now";
import { HealthMark } from "./health-mark";
import { Identifier } from "./identifier";
import type { LibraryLine } from "./library-view";
import { TagList } from "./tag-list";
import { useSourceCard } from "./use-source-card";

type Props = { line: LibraryLine | null; mayCheck: boolean; now: string };

/** The source in hand beside the table; on narrow screens its page is there instead. */
export function SourcePane({ line, mayCheck, now }: Props) {
  const { card, problem } = useSourceCard(line?.id ?? null);
  if (!line)
    return (
      <aside
        aria-label="Source in hand"
        className="sticky top-20 hidden self-start border-l border-rule pl-8 text-ink-soft lg:block"
      >
        <p className="pt-2">Press a source, or J, to see it here.</p>
      </aside>
    );
  return (
    <aside
      aria-label="Source in hand"
      className="sticky top-20 hidden max-h-[calc(100dvh-6rem)] self-start overflow-y-auto border-l border-rule pl-8 lg:block"
    >
      <h2 className="font-serif text-[20px] leading-7 font-semibold [overflow-wrap:anywhere]">{line.title}</h2>
      <p className="mt-1 text-ink-soft">{line.byline}</p>
      <TagList tags={line.tags} />
      <div className="mt-4">
        <HealthMark link={line.link} standing={line.standing} />
        {card?.link ? (
          <p className="mt-1 text-[13px] text-ink-soft">
            {card.link.reason || linkWords[card.link.state].next}{" "}
            {line.lookedAt ? (
              <>
                Looked at <When at={line.lookedAt} now={now} />.
              </>
            ) : null}
          </p>
        ) : null}
      </div>
      {problem ? (
        <div className="mt-4">
          <Notice tone="blocker">{problem}</Notice>
        </div>
      ) : card === null ? (
        <div role="status" className="mt-5 grid gap-2.5">
          <span className="sr-only">Loading …</span>
          {["w-40", "w-56", "w-48"].map((width) => (
            <div key={width} aria-hidden className={`skeleton h-4 max-w-full ${width}`} />
          ))}
        </div>
      ) : (
        <>
          <ul className="mt-4 grid gap-1.5">
            {card.keys.map((key) => (
              <li key={`${key.scheme}:${key.value}`}>
                <Identifier identity={key} linked />
              </li>
            ))}
          </ul>
          <h3 className="label mt-5">Cited in</h3>
          {card.usedIn.length === 0 ? <p className="mt-1 text-ink-soft">No article yet.</p> : null}
          <ul className="mt-1 grid gap-1">
            {card.usedIn.map(({ articleId, title }) => (
              <li key={articleId}>
                <Link href={`/desk/articles/${articleId}`} className="font-serif underline-offset-4 hover:underline">
                  {title || "Untitled"}
                </Link>
              </li>
            ))}
          </ul>
          <p className="mt-4 text-[13px] text-ink-soft">
            {card.captures === 0
              ? "No copy is kept."
              : card.captures === 1
                ? "One copy is kept."
                : `${card.captures} copies are kept.`}
          </p>
        </>
      )}
      <div className="mt-5 flex flex-wrap gap-2 pb-1 pl-0.5">
        <Link
          href={`/desk/sources/${line.id}`}
          className="rounded-md bg-sheet px-2.5 py-1 text-[13px] font-medium ring-1 ring-rule-strong ring-inset hover:bg-wash"
        >
          Open
        </Link>
        {mayCheck && line.link ? <CheckNow sourceIds={[line.id]} /> : null}
      </div>
    </aside>
  );
}
