"use client";

import { Check } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { StateTag } from "@/components/ui/state-tag";
import type { BlockChange } from "@/domain/review/compare";
import type { SectionId } from "@/domain/ids";
import { Comparison } from "./comparison";

/** What the reviewer is told of one section. */
export type SectionView = {
  id: SectionId;
  heading: string;
  digest: string;
  changes: BlockChange[];
  size: { added: number; removed: number };
  writers: string[];
  approval: { id: string; by: string; at: string } | null;
  outdated: { by: string; at: string } | null;
  mayApprove: boolean;
  blockers: number;
};

type Props = {
  section: SectionView;
  sources: Record<string, string>;
  pending: boolean;
  onApprove: () => void;
  onRevoke: (approval: string) => void;
  mayRevoke: boolean;
};

/** A section under review: how it stands, what changed in it, and the yes to just this text. */
export function SectionCard({ section, sources, pending, onApprove, onRevoke, mayRevoke }: Props) {
  const untouched =
    section.size.added === 0 && section.size.removed === 0 && section.changes.every((change) => change.kind === "same");
  const heading = useRef<HTMLHeadingElement>(null);
  const [folded, setFolded] = useState(true);
  return (
    <section
      aria-labelledby={`section-${section.id}`}
      id={section.id}
      className="scroll-mt-20 border-t border-rule py-8"
    >
      <header className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2
          ref={heading}
          id={`section-${section.id}`}
          tabIndex={-1}
          className="mr-auto font-serif text-[20px] font-semibold"
        >
          <bdi>{section.heading}</bdi>
        </h2>
        <span className="text-[13px] tabular-nums text-ink-faint">
          {untouched ? "unchanged" : `+${section.size.added} −${section.size.removed} words`}
        </span>
        <Standing section={section} />
        {section.approval && mayRevoke ? (
          <Button emphasis="quiet" small onPress={() => section.approval && onRevoke(section.approval.id)}>
            Take back…
          </Button>
        ) : null}
        {section.mayApprove ? (
          <Button
            small
            isDisabled={pending}
            onPress={() => {
              // The button goes with what it does; the keyboard stays at its section.
              heading.current?.focus();
              onApprove();
            }}
          >
            <Check size={15} aria-hidden /> Approve this text
          </Button>
        ) : null}
      </header>
      {untouched && folded ? (
        <Button emphasis="quiet" small onPress={() => setFolded(false)}>
          Show the unchanged text
        </Button>
      ) : (
        <>
          <Comparison changes={section.changes} sources={sources} folded={folded} />
          {section.changes.some((change) => change.kind === "same") ? (
            <p className="mt-3">
              <Button emphasis="quiet" small onPress={() => setFolded(!folded)}>
                {folded ? "Show the unchanged text too" : "Show changes only"}
              </Button>
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}

function Standing({ section }: { section: SectionView }) {
  if (section.approval) return <StateTag tone="ok">approved by {section.approval.by}</StateTag>;
  if (section.outdated) return <StateTag tone="warning">{section.outdated.by} approved an earlier text</StateTag>;
  if (!section.mayApprove && section.writers.length > 0)
    return <StateTag>written by {section.writers.join(", ")}</StateTag>;
  return <StateTag>not approved yet</StateTag>;
}
