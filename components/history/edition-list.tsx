import { Fragment } from "react";
import { StateTag } from "@/components/ui/state-tag";
import { When } from "@/components/ui/when";
import type { PublishedLine } from "./history-view";

/** The editions of an article, newest first, each at its permanent address. */
export function EditionList({ editions, now }: { editions: PublishedLine[]; now: string }) {
  return (
    <ol className="divide-y divide-rule border-y border-rule">
      {editions.map((edition) => (
        <li key={edition.id} className="py-3.5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <a
              href={edition.path}
              className="mr-auto font-serif text-[16px] font-semibold underline decoration-rule-strong underline-offset-4 hover:decoration-accent"
            >
              Edition {edition.number}
            </a>
            {edition.live ? <StateTag tone="ok">what readers see</StateTag> : null}
            <StateTag tone={edition.kind === "retraction" ? "blocker" : "plain"}>{kinds[edition.kind]}</StateTag>
          </div>
          <p className="mt-0.5 text-[13px] text-ink-soft">
            {edition.by}, <When at={edition.at} now={now} />
          </p>
          {edition.note ? (
            <p className="mt-1.5 font-serif text-[15px] leading-6 text-ink-soft [overflow-wrap:anywhere]">
              {edition.note}
            </p>
          ) : null}
          <p className="mt-1 text-[12.5px] [overflow-wrap:anywhere] text-ink-faint">
            {edition.path.split(/(?=\/)/u).map((piece) => (
              <Fragment key={piece}>
                {piece}
                <wbr />
              </Fragment>
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}

const kinds: Record<PublishedLine["kind"], string> = {
  first: "first edition",
  update: "update",
  correction: "correction",
  retraction: "retraction",
};
