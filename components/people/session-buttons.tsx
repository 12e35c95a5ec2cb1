"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";
import { signOut } from "./sign-in";

/** Ends one's sessions: all but this one, or all. */
export function SessionButtons() {
  const { run, pending, error } = useCommand("account.sign-out-everywhere");
  const [ended, setEnded] = useState(false);
  return (
    <div className="grid gap-4">
      {error ? <Notice tone="blocker">{error.message}</Notice> : null}
      {ended ? <Notice tone="ok">You are signed in only here.</Notice> : null}
      <div className="flex flex-wrap gap-3">
        <Button isDisabled={pending} onPress={() => void run({}).then((result) => setEnded(result.ok))}>
          {pending ? "Ending …" : "End all other sessions"}
        </Button>
        <Button onPress={() => void signOut()}>Sign out everywhere</Button>
      </div>
    </div>
  );
}
