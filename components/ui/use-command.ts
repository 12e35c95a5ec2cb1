"use client";

import { useCallback, useState } from "react";
import { type CommandError, type CommandResult, send } from "./send-command";

/** A command for a button or a form: runs it, says whether it is under way and what was wrong with the last try. */
export function useCommand<Value = unknown>(name: string) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<CommandError | null>(null);
  const run = useCallback(
    async (input: object): Promise<CommandResult<Value>> => {
      setPending(true);
      setError(null);
      const result = await send<Value>(name, input);
      setPending(false);
      if (!result.ok) setError(result.error);
      return result;
    },
    [name],
  );
  const dismiss = useCallback(() => setError(null), []);
  return { run, pending, error, dismiss };
}
