"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";
import { WordsDialog } from "@/components/ui/words-dialog";
import type { ArticleId } from "@/domain/ids";
import { SectionCard, type SectionView } from "./section-card";

type Props = {
  articleId: ArticleId;
  sections: SectionView[];
  sources: Record<string, string>;
  may: { approve: boolean; sendBack: boolean; revoke: boolean };
};

/** The reviewer's desk: the sections with what changed, a yes for each or for all, or back to the writers with words. */
export function Reviewer({ articleId, sections, sources, may }: Props) {
  const router = useRouter();
  const approve = useCommand<{ approved: boolean }>("review.approve");
  const revoke = useCommand("review.revoke");
  const said = useRef<HTMLParagraphElement>(null);
  const [sendingBack, setSendingBack] = useState(false);
  const [revoking, setRevoking] = useState<string | null>(null);
  const open = sections.filter((section) => section.mayApprove);
  const error = approve.error ?? revoke.error;

  const approveThese = async (chosen: SectionView[]) => {
    await approve.run({ articleId, sections: chosen.map(({ id, digest }) => ({ section: id, digest })) });
    router.refresh();
  };

  return (
    <>
      {error ? <Notice tone="blocker">{error.message}</Notice> : null}
      {sections.map((section) => (
        <SectionCard
          key={section.id}
          section={section}
          sources={sources}
          pending={approve.pending}
          onApprove={() => void approveThese([section])}
          onRevoke={setRevoking}
          mayRevoke={may.revoke}
        />
      ))}
      {may.approve || may.sendBack ? (
        <footer className="sticky bottom-0 -mx-4 flex flex-wrap items-center justify-end gap-3 border-t border-rule bg-sheet px-4 py-3 sm:-mx-6 sm:px-6">
          <p ref={said} role="status" tabIndex={-1} className="mr-auto basis-full text-ink-soft sm:basis-auto">
            {standing(sections)}
          </p>
          {may.sendBack ? <Button onPress={() => setSendingBack(true)}>Send back…</Button> : null}
          {may.approve ? (
            <Button
              emphasis="primary"
              isDisabled={open.length === 0 || approve.pending}
              onPress={() => {
                said.current?.focus();
                void approveThese(open);
              }}
            >
              {open.length === 0
                ? "Nothing left that you may approve"
                : open.length === sections.length
                  ? "Approve all"
                  : open.length === 1
                    ? `Approve “${open[0]?.heading}”`
                    : `Approve the other ${open.length}`}
            </Button>
          ) : null}
        </footer>
      ) : null}
      <SendBack articleId={articleId} isOpen={sendingBack} onClose={() => setSendingBack(false)} />
      <WordsDialog
        title="Take an approval back"
        label="Why?"
        action="Take it back"
        isOpen={revoking !== null}
        onClose={() => setRevoking(null)}
        onDone={async (reason) => {
          const result = await revoke.run({ articleId, approvalId: revoking, reason });
          router.refresh();
          return result.ok ? null : result.error.message;
        }}
      />
    </>
  );
}

function SendBack({ articleId, isOpen, onClose }: { articleId: ArticleId; isOpen: boolean; onClose: () => void }) {
  const router = useRouter();
  const command = useCommand("review.request-changes");
  return (
    <WordsDialog
      title="Send it back to the writers"
      label="What has to change?"
      action="Send back"
      isOpen={isOpen}
      onClose={onClose}
      onDone={async (words) => {
        const result = await command.run({ articleId, words });
        router.refresh();
        return result.ok ? null : result.error.message;
      }}
    />
  );
}

function standing(sections: SectionView[]): string {
  const done = sections.filter((section) => section.approval).length;
  return done === sections.length
    ? "Every section is approved as it stands."
    : `${done} of ${sections.length} sections approved as they stand.`;
}
