"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { hasMovedOn } from "./moved-on";
import type { WorkspaceView } from "./view";

type Props = {
  view: WorkspaceView;
  imported: boolean;
  blockers: number;
  /** Begins the path through what blocks. */
  onBegin: () => void;
  /** The keyboard goes somewhere when what had it is gone. */
  onClose: () => void;
};

/** What a person must know before they go on: a refused publication, an hour that is set, a withdrawal, a fresh import. */
export function Notices({ view, imported, blockers, onBegin, onClose }: Props) {
  const [welcome, setWelcome] = useState(imported);
  const { article } = view;
  const leave = (then: () => void) => {
    setWelcome(false);
    then();
  };
  if (article.withdrawn) return <Bar tone="bg-blocker-wash">Withdrawn by law: {article.withdrawn.why}</Bar>;
  if (article.refusal)
    return (
      <Bar tone="bg-blocker-wash">
        <b>Scheduled publishing was refused.</b> {article.refusal.reasons.join(" ")}
      </Bar>
    );
  if (article.scheduled)
    return (
      <Bar tone="bg-ok-wash">
        Publishes on {hour.format(new Date(article.scheduled.for))} UTC, set by {article.scheduled.by}. Everything is
        checked again then.
      </Bar>
    );
  const { of } = view.languages;
  if (!welcome && of && hasMovedOn(of))
    return (
      <Bar tone="bg-warning-wash">
        <span>
          This translation was made{" "}
          {of.ofEdition === null ? "before its original was published" : `from edition ${of.ofEdition} of its original`}
          ; readers have edition {of.edition} of that by now. More → Languages shows what changed.
        </span>
      </Bar>
    );
  if (!welcome) return <div />;
  return (
    <Bar tone="bg-accent-wash">
      {blockers > 0
        ? `The draft is in, and nothing of it is lost. ${blockers === 1 ? "One thing keeps" : `${blockers} things keep`} it from being published; the panel walks you through.`
        : "The draft is in, and nothing blocks it."}
      {blockers > 0 ? (
        <Button small onPress={() => leave(onBegin)}>
          To the first
        </Button>
      ) : null}
      <Button emphasis="quiet" small onPress={() => leave(onClose)}>
        Close
      </Button>
    </Bar>
  );
}

const hour = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

function Bar({ tone, children }: { tone: string; children: React.ReactNode }) {
  return (
    <div
      role="status"
      className={`flex flex-wrap items-center justify-center gap-x-3 gap-y-1 px-4 py-2 text-[13.5px] ${tone}`}
    >
      {children}
    </div>
  );
}
