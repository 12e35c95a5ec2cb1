"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";

/** Changes one's own name. */
export function NameForm({ name: current }: { name: string }) {
  const router = useRouter();
  const { run, pending, error } = useCommand<{ name: string }>("account.rename");
  const [name, setName] = useState(current);
  const [saved, setSaved] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSaved(false);
    const result = await run({ name });
    if (!result.ok) return;
    setName(result.value.name);
    setSaved(true);
    router.refresh();
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      {error ? <Notice tone="blocker">{error.message}</Notice> : null}
      <TextField label="Name" autoComplete="name" value={name} onChange={setName} maxLength={120} isRequired />
      <div className="flex items-center gap-3">
        <Button type="submit" isDisabled={pending || name.trim() === current}>
          {pending ? "Saving …" : "Save the name"}
        </Button>
        <p role="status" className="text-ok">
          {saved ? "Saved" : ""}
        </p>
      </div>
    </form>
  );
}
