"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useCommand } from "@/components/ui/use-command";

/** Settles what a reader reported: what was done about it, or that there is nothing in it. */
export function SettleReport({ taskId, words }: { taskId: string; words: string }) {
  const router = useRouter();
  const command = useCommand("report.settle");
  const [answer, setAnswer] = useState("");
  const settle = async (outcome: "answered" | "dismissed") => {
    await command.run({ taskId, outcome, answer });
    router.refresh();
  };
  return (
    <span className="grid justify-items-end gap-1.5">
      <input
        value={answer}
        maxLength={2000}
        aria-label={`What was done about it: ${words.slice(0, 80)}`}
        placeholder="What was done about it"
        className="w-56 rounded-md border border-rule-strong bg-sheet px-2 py-1 text-[13px]"
        onChange={(event) => setAnswer(event.target.value)}
      />
      <span className="flex gap-2">
        <Button small isDisabled={command.pending || answer.trim() === ""} onPress={() => settle("answered")}>
          Answered
        </Button>
        <Button small isDisabled={command.pending} onPress={() => settle("dismissed")}>
          Nothing in it
        </Button>
      </span>
      {command.error ? (
        <span role="alert" className="text-[13px] text-blocker">
          {command.error.message}
        </span>
      ) : null}
    </span>
  );
}
