/** Why a command was not done: `offline` when no answer came, else the server's kind, with a sentence for people. */
export type CommandError = { kind: string; message: string; [detail: string]: unknown };
export type CommandResult<Value> = { ok: true; value: Value } | { ok: false; error: CommandError };

/**
 * Sends a command through the one door for writing. It never throws: an answer that does not come, or that is not the
 * door's, is a refusal of kind `offline`.
 */
export async function send<Value = unknown>(
  name: string,
  input: object,
  { keepalive = false, signal }: { keepalive?: boolean; signal?: AbortSignal } = {},
): Promise<CommandResult<Value>> {
  try {
    const response = await fetch(`/api/commands/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
      credentials: "same-origin",
      keepalive,
      ...(signal ? { signal } : {}),
    });
    return await response.json();
  } catch {
    return { ok: false, error: { kind: "offline", message: "The desk cannot be reached. Check your connection." } };
  }
}
