"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { Notice } from "@/components/ui/notice";
import { signIn } from "./sign-in";

/** Asks for e-mail and password, and goes on to `next`, a path of our own, once they are right. */
export function SignInForm({ next, error: given }: { next: string; error: string | null }) {
  const [error, setError] = useState(given);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setPending(true);
    setError(null);
    const refused = await signIn(String(fields.get("email")), String(fields.get("password")));
    if (!refused) return window.location.assign(next);
    setPending(false);
    setError(refused);
  }

  return (
    // The method keeps a password out of the address where somebody is quicker than the script.
    <form method="post" onSubmit={submit} className="grid gap-4">
      {error ? <Notice tone="blocker">{error}</Notice> : null}
      <TextField label="E-mail" name="email" type="email" autoComplete="username" isRequired autoFocus />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" isRequired />
      <Button type="submit" emphasis="primary" wide isDisabled={pending}>
        {pending ? "Signing in …" : "Sign in"}
      </Button>
    </form>
  );
}
