"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";

type Props = {
  title: string;
  command: string;
  /** What the command is given; null while something is missing. */
  input: object | null;
  action: string;
  danger?: boolean;
  onClose: () => void;
  onDone: () => void;
  children: ReactNode;
};

/** A dialog that does one thing with a topic, or says why not. */
export function TopicDialog({ title, command, input, action, danger = false, onClose, onDone, children }: Props) {
  const { run, pending, error } = useCommand(command);
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={async (event) => {
          event.preventDefault();
          if (!input) return;
          if ((await run(input)).ok) onDone();
        }}
      >
        {children}
        {error ? <Notice tone="blocker">{error.message}</Notice> : null}
        <div className="flex justify-end gap-2">
          <Button emphasis="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button type="submit" emphasis={danger ? "danger" : "primary"} isDisabled={pending || !input}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
