"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useCommand } from "@/components/ui/use-command";

/** Has addresses looked at before all others; says that it was asked, for the answer comes when the host allows. */
export function CheckNow({ sourceIds, label }: { sourceIds: string[]; label?: string }) {
  const command = useCommand("source.check");
  const [asked, setAsked] = useState(false);
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button
        small
        isDisabled={command.pending || asked}
        {...(label ? { "aria-label": label } : {})}
        onPress={async () => setAsked((await command.run({ sourceIds })).ok)}
      >
        {command.pending ? "Asking…" : asked ? "Asked" : "Check now"}
      </Button>
      <span role="status" className="text-[13px] text-ink-soft">
        {command.error ? command.error.message : ""}
      </span>
    </span>
  );
}
