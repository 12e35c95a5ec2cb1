"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";
import type { BakingScreen } from "@/server/queries/baking-screen";

/** How far the baking of all pages is, and the button that has it done again. */
export function Baking({ run }: { run: BakingScreen | null }) {
  const router = useRouter();
  const command = useCommand("publishing.bake");
  const running = run !== null && run.finishedAt === null;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => router.refresh(), 2_000);
    return () => clearInterval(timer);
  }, [running, router]);
  return (
    <div className="grid max-w-lg justify-items-start gap-4">
      {run ? (
        <div className="grid w-full gap-2.5">
          <p role="status">{wordsFor(run)}</p>
          {running ? <Bar done={run.done + run.failed} total={Math.max(run.total, 1)} /> : null}
        </div>
      ) : (
        <p className="text-ink-soft">Everything was baked as it was published.</p>
      )}
      {run && run.failed > 0 ? (
        <Notice tone="blocker" title={`${run.failed} could not be baked and show what they showed before.`}>
          <p className="break-words">{run.fault}</p>
        </Notice>
      ) : null}
      {command.error ? <Notice tone="blocker">{command.error.message}</Notice> : null}
      <Button
        isDisabled={running || command.pending}
        onPress={async () => {
          if ((await command.run({ articleId: null })).ok) setTimeout(() => router.refresh(), 1_500);
        }}
      >
        Bake everything anew
      </Button>
    </div>
  );
}

const Bar = ({ done, total }: { done: number; total: number }) => (
  <div
    role="progressbar"
    aria-label="Articles that are baked"
    aria-valuemin={0}
    aria-valuemax={total}
    aria-valuenow={done}
    className="h-1.5 overflow-hidden rounded-full bg-rule forced-colors:border"
  >
    <div className="h-full bg-accent forced-colors:bg-[Highlight]" style={{ width: `${(100 * done) / total}%` }} />
  </div>
);

const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

function wordsFor({ total, done, failed, reason, finishedAt }: BakingScreen): string {
  const articles = total === 1 ? "1 article" : `${total.toLocaleString("en-GB")} articles`;
  if (finishedAt)
    return `All pages are as new as the templates: ${articles}, baked on ${moment.format(new Date(finishedAt))} UTC.`;
  return `${reason} ${(done + failed).toLocaleString("en-GB")} of ${articles} are baked; readers get the old pages meanwhile.`;
}
