"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";
import { NewPassword } from "./new-password";
import { signIn } from "./sign-in";

type Props = { token: string; email: string; name: string; kind: "join" | "reset" };

/** Sets the password (and the name of who joins), then signs in with it. */
export function AcceptForm({ token, email, name, kind }: Props) {
  const { run, pending, error } = useCommand("invitation.accept");
  const [typedName, setName] = useState(name);
  const [password, setPassword] = useState("");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const result = await run({ token, name: kind === "join" ? typedName : null, password });
    if (!result.ok) return;
    await signIn(email, password);
    // Where signing in did not work, the desk leads to the sign-in page by itself.
    window.location.assign("/desk");
  }

  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {error ? <Notice tone="blocker">{error.message}</Notice> : null}
      <TextField label="E-mail" name="email" type="email" autoComplete="username" value={email} isReadOnly />
      {kind === "join" ? (
        <TextField
          label="Your name"
          name="name"
          autoComplete="name"
          value={typedName}
          onChange={setName}
          maxLength={120}
          isRequired
          hint="As colleagues see it beside what you write and approve."
        />
      ) : null}
      <NewPassword label="New password" name="password" email={email} value={password} onChange={setPassword} />
      <Button type="submit" emphasis="primary" wide isDisabled={pending}>
        {labels[kind][pending ? 1 : 0]}
      </Button>
    </form>
  );
}

const labels = {
  join: ["Join and sign in", "Joining …"],
  reset: ["Set the password and sign in", "Setting it …"],
} as const;
