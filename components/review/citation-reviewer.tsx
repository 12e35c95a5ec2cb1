"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";
import { WordsDialog } from "@/components/ui/words-dialog";
import { CitationRow } from "./citation-row";
import { type CitationView, rowOf } from "./citation-view";
import { useRowKeys } from "./use-row-keys";

type Props = {
  articleId: string;
  citations: CitationView[];
  may: { verify: boolean; capture: boolean };
  now: string;
};

/** The citations one under the other, each to be verified or disputed; by the keyboard alone where one likes. */
export function CitationReviewer({ articleId, citations, may, now }: Props) {
  const router = useRouter();
  const verify = useCommand("citation.verify");
  const dispute = useCommand("citation.dispute");
  const [disputing, setDisputing] = useState<string | null>(null);
  /** Rows whose word is on its way: whoever goes on by the keyboard does not wait for it. */
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set());
  const rows = citations.map(rowOf);
  const rowCalled = (name: string | null) => citations.find((row) => rowOf(row) === name);
  const open = citations.filter((row) => row.mayVerify && row.standing.state === "unverified" && isExact(row));

  const verifyThese = async (chosen: readonly CitationView[]) => {
    const names = chosen.map(rowOf);
    setSent((before) => new Set([...before, ...names]));
    const result = await verify.run({ articleId, citations: chosen.map(seen) });
    setSent((before) => new Set([...before].filter((name) => !names.includes(name))));
    router.refresh();
    return result.ok;
  };
  const onVerify = async (name: string) => {
    const row = rowCalled(name);
    if (!row?.mayVerify || row.standing.state === "verified" || sent.has(name)) return;
    focus(rows[rows.indexOf(name) + 1]);
    if (!(await verifyThese([row]))) focus(name);
  };
  const onDispute = (name: string) => {
    if (rowCalled(name)?.mayVerify) setDisputing(name);
  };
  const { list, current, focus, choose, onKeyDown } = useRowKeys(rows, {
    onVerify: (name) => void onVerify(name),
    onDispute,
  });

  return (
    <>
      {verify.error ? <Notice tone="blocker">{verify.error.message}</Notice> : null}
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3 text-[13px] text-ink-soft">
        <p className="hidden sm:block">
          In the list: <Kbd>J</Kbd> <Kbd>K</Kbd> next and previous{may.verify ? ", " : ""}
          {may.verify ? (
            <>
              <Kbd>V</Kbd> verify, <Kbd>D</Kbd> dispute
            </>
          ) : null}
        </p>
        {open.length > 1 ? (
          <Button small isDisabled={verify.pending} onPress={() => void verifyThese(open)}>
            Verify the {open.length} whose quotes are exact
          </Button>
        ) : null}
      </div>
      {/* The rows take the focus, the list only hears the keys of the one that has it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol ref={list} aria-label="Citations" onKeyDown={onKeyDown} className="grid gap-5">
        {citations.map((row, index) => {
          const name = rowOf(row);
          return (
            <li
              key={name}
              data-row={name}
              tabIndex={current === name ? 0 : -1}
              aria-current={current === name ? "true" : undefined}
              onFocus={() => choose(name)}
              className="scroll-mt-6 scroll-mb-6 rounded-lg border border-rule bg-sheet px-4 py-4 outline-offset-2 focus:border-accent focus:outline-2 focus:outline-accent sm:px-5"
            >
              {row.section.id === citations[index - 1]?.section.id ? null : (
                <p className="mb-3 text-[13px] font-semibold text-ink-soft">{row.section.heading}</p>
              )}
              <CitationRow
                row={row}
                now={now}
                pending={sent.has(name) || dispute.pending}
                mayCapture={may.capture}
                onVerify={() => void onVerify(name)}
                onDispute={() => onDispute(name)}
              />
            </li>
          );
        })}
      </ol>
      <WordsDialog
        title="Dispute this citation"
        explanation="The draft cannot be published until the citation changes or somebody verifies it."
        label="What does the source not bear out?"
        action="Dispute"
        danger
        isOpen={disputing !== null}
        onClose={() => {
          const row = disputing;
          setDisputing(null);
          if (row) focus(row);
        }}
        onDone={async (note) => {
          const row = rowCalled(disputing);
          if (!row) return "The citation is not there any more.";
          const result = await dispute.run({ articleId, ...seen(row), note });
          router.refresh();
          return result.ok ? null : result.error.message;
        }}
      />
    </>
  );
}

const seen = ({ citation, position, digest }: CitationView) => ({ citation, position, digest });

const isExact = ({ passage }: CitationView): boolean =>
  passage?.kind === "found" && passage.verdict === "exact" && !passage.older;
