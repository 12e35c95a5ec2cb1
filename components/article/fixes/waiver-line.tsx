"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { StateTag } from "@/components/ui/state-tag";
import { Refusal } from "./refusal";
import type { WaiverView } from "./tools";

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });

/** Answers what was wrong, in words, or null when it is done. */
export type Settle = (waiver: WaiverView) => Promise<string | null>;
type Props = { waiver: WaiverView; onConfirm: Settle; onWithdraw: Settle };

/** A waiver with its reason, who asked, who agreed and until when; a second person agrees here. */
export function WaiverLine({ waiver, onConfirm, onWithdraw }: Props) {
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <li className="px-5 py-2.5">
      <p>{waiver.reason}</p>
      <p className="text-[12.5px] text-ink-faint">
        {waiver.requestedBy} asked{waiver.confirmedBy ? `, ${waiver.confirmedBy} agreed` : ""}; until{" "}
        {day.format(new Date(waiver.expiresAt))}
      </p>
      <div className="mt-1.5 flex items-center gap-2">
        {waiver.confirmedBy ? (
          <StateTag tone="ok">in force</StateTag>
        ) : (
          <StateTag tone="warning">waits for a second person</StateTag>
        )}
        {waiver.mayConfirm ? (
          <Button small onPress={async () => setRefusal(await onConfirm(waiver))}>
            Agree
          </Button>
        ) : null}
        {waiver.mayWithdraw ? (
          <Button emphasis="quiet" small onPress={async () => setRefusal(await onWithdraw(waiver))}>
            Take back
          </Button>
        ) : null}
      </div>
      <Refusal words={refusal} />
    </li>
  );
}
