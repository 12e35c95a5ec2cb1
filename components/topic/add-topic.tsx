"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { useCommand } from "@/components/ui/use-command";

/** A field for a topic that is not there yet. */
export function AddTopic({ onDone }: { onDone: () => void }) {
  const { run, pending, error } = useCommand("topic.create");
  const [name, setName] = useState("");
  return (
    <form
      className="flex items-start gap-2"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!(await run({ name })).ok) return;
        setName("");
        onDone();
      }}
    >
      <div className="grow">
        <TextField label="A new topic" value={name} onChange={setName} maxLength={60} error={error?.message} />
      </div>
      <div className="pt-[1.65rem]">
        <Button type="submit" isDisabled={pending || !name.trim()}>
          Add
        </Button>
      </div>
    </form>
  );
}
