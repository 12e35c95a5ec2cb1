"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Refusal } from "./refusal";

/** Has a source looked at again; what comes of it arrives by itself once its host has answered. */
export function CheckNow({ check }: { check: () => Promise<string | null> }) {
  const [state, setState] = useState<"idle" | "asking" | "asked">("idle");
  const [refusal, setRefusal] = useState<string | null>(null);
  if (state === "asked")
    return (
      <span role="status" className="self-center px-2 text-[13px] text-ink-soft">
        It is being looked at.
      </span>
    );
  return (
    <>
      <Button
        small
        emphasis="quiet"
        isDisabled={state === "asking"}
        onPress={async () => {
          setState("asking");
          const words = await check();
          setRefusal(words);
          setState(words ? "idle" : "asked");
        }}
      >
        Check now
      </Button>
      <Refusal words={refusal} />
    </>
  );
}
