"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ReferenceId } from "@/domain/ids";
import { Refusal } from "./refusal";
import type { FixTools } from "./tools";

/** Lets go of a number that a line of the list bore and that nothing in the text names. */
export function LabelFix({ reference, label, tools }: { reference: ReferenceId; label: string; tools: FixTools }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <>
      <p className="mb-3 text-[13px] text-ink-soft">
        If you know which sentence the number {label} stood in, cite the source there. Else let the number go: the line
        keeps its text.
      </p>
      <Button small onPress={async () => setRefusal(await tools.dropLabel(reference, label))}>
        Let {label} go
      </Button>
      <Refusal words={refusal} />
    </>
  );
}
