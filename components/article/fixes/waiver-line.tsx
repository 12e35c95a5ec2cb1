"use client";

import { Button } from "@/components/ui/button";
import { StateTag } from "@/components/ui/state-tag";
import type { WaiverView } from "./tools";

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });

type Props = { waiver: WaiverView; onConfirm: (waiver: WaiverView) => void; onWithdraw: (waiver: WaiverView) => void };

/** A waiver with its reason, who asked, who agreed and until when; a second person agrees here. */
export function WaiverLine({ waiver, onConfirm, onWithdraw }: Props) {
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
          <Button small onPress={() => onConfirm(waiver)}>
            Agree
          </Button>
        ) : null}
        {waiver.mayWithdraw ? (
          <Button emphasis="quiet" small onPress={() => onWithdraw(waiver)}>
            Take back
          </Button>
        ) : null}
      </div>
    </li>
  );
}
