"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { SourceId } from "@/domain/ids";
import { Notice } from "@/components/ui/notice";
import { type Candidate, groupCandidates, type KnownWork } from "@/domain/source/candidates";
import { questionOf } from "@/domain/source/question";
import { fieldsIn, type Origins, type RecordField } from "@/domain/source/origins";
import { CompareTable, nameOf } from "./compare-table";
import { KnownWorks } from "./known-works";
import type { Entry } from "./lookup-state";
import { NoticesTold } from "./notices-told";
import { PastedThings } from "./pasted-things";
import { ServiceList } from "./service-list";
import type { LookupHands } from "./use-lookup";
import { WorksFound } from "./works-found";

type Props = {
  lookup: LookupHands;
  /** The origins of what is in the form now. */
  origins: Origins;
  /** Takes fields of a candidate over into the form; nothing gets there in another way. */
  onTake: (candidate: Candidate, fields: readonly RecordField[]) => void;
  onUse?: ((work: KnownWork) => void) | undefined;
  /** The source that is being edited: that the library has it is no news. */
  self?: SourceId | undefined;
  /** In a narrow place the comparison opens in a dialog of its own. */
  narrow?: boolean;
};

/** A look-up under way: how the services are doing, what the library has, and what they say side by side. */
export function LookupPanel({ lookup, origins, onTake, onUse, self, narrow = false }: Props) {
  const { state, turnTo, again } = lookup;
  const entry = state.entries[state.at];
  if (state.phase === "refused") return <Notice tone="warning">{state.refusal}</Notice>;
  if (state.phase === "reading") return <div aria-busy className="skeleton h-12" />;
  if (!entry) return null;
  return (
    <section aria-label="Look-up" className="grid grid-cols-1 gap-4">
      <PastedThings entries={state.entries} at={state.at} rest={state.rest} onTurn={turnTo} />
      <KnownWorks works={entry.known.filter(({ sourceId }) => sourceId !== self)} onUse={onUse} />
      <ServiceList services={entry.services} byWords={questionOf(entry.pasted).kind === "line"} onAgain={again} />
      <Answers key={state.at} entry={entry} origins={origins} onTake={onTake} narrow={narrow} />
    </section>
  );
}

function Answers({
  entry,
  origins,
  onTake,
  narrow,
}: { entry: Entry; narrow: boolean } & Pick<Props, "origins" | "onTake">) {
  const [at, setAt] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const groups = groupCandidates(entry.candidates);
  const group = groups[Math.min(at, groups.length - 1)];
  const asking = entry.services.some((service) => service.state === "asking");
  if (!group)
    return asking || entry.services.length === 0 ? null : (
      <p className="text-[13.5px] text-ink-soft">
        No service had an answer. The form has what could be read; nothing of what you pasted is lost.
      </p>
    );

  const takenFrom = Object.fromEntries(Object.entries(origins).map(([field, origin]) => [field, origin.from]));
  const table = (
    <CompareTable
      candidates={group}
      takenFrom={takenFrom}
      onTake={(candidate, field) => onTake(candidate, [field])}
      onTakeAll={(candidate) => onTake(candidate, fieldsIn(candidate.record))}
    />
  );
  return (
    <>
      <WorksFound groups={groups} at={Math.min(at, groups.length - 1)} onChoose={setAt} />
      <NoticesTold candidates={group} />
      {narrow ? (
        <div className="flex flex-wrap gap-2">
          {group.map((candidate, index) => (
            <Button
              key={`${candidate.service}-${index}`}
              small
              onPress={() => onTake(candidate, fieldsIn(candidate.record))}
            >
              Take {nameOf(candidate)}’s
            </Button>
          ))}
          <Button small emphasis="quiet" onPress={() => setOpen(true)}>
            Compare side by side
          </Button>
          <Dialog title="What the services say" isOpen={isOpen} onClose={() => setOpen(false)} wide>
            <div className="grid grid-cols-1 gap-4">
              {table}
              <div className="flex justify-end">
                <Button emphasis="primary" onPress={() => setOpen(false)}>
                  Back to the form
                </Button>
              </div>
            </div>
          </Dialog>
        </div>
      ) : (
        table
      )}
    </>
  );
}
