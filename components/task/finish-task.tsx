"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { useCommand } from "@/components/ui/use-command";

/** Says that a task is done. */
export function FinishTask({ taskId, words }: { taskId: string; words: string }) {
  const router = useRouter();
  const command = useCommand("task.finish");
  return (
    <span className="grid justify-items-end gap-1">
      <Button
        small
        isDisabled={command.pending}
        aria-label={`Done: ${words.slice(0, 80)}`}
        onPress={async () => {
          await command.run({ taskId });
          router.refresh();
        }}
      >
        {command.pending ? "Saving…" : "Done"}
      </Button>
      {command.error ? (
        <span role="alert" className="text-[13px] text-blocker">
          {command.error.message}
        </span>
      ) : null}
    </span>
  );
}
