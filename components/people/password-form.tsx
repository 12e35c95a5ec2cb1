"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";
import { NewPassword } from "./new-password";

/** Changes one's own password; this session goes on, all others end. */
export function PasswordForm({ email }: { email: string }) {
  const { run, pending, error } = useCommand("account.change-password");
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [changed, setChanged] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setChanged(false);
    const result = await run({ current, next });
    if (!result.ok) return;
    setCurrent("");
    setNext("");
    setChanged(true);
  }

  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {error ? <Notice tone="blocker">{error.message}</Notice> : null}
      {changed ? <Notice tone="ok">The password is changed. All your other sessions have ended.</Notice> : null}
      {/* Password managers look for the name that a password belongs to. */}
      <input type="text" name="email" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label="Current password"
        name="current"
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        isRequired
      />
      <NewPassword label="New password" name="next" email={email} value={next} onChange={setNext} />
      <div>
        <Button type="submit" isDisabled={pending}>
          {pending ? "Changing …" : "Change the password"}
        </Button>
      </div>
    </form>
  );
}
