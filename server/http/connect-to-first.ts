import type { Socket } from "node:net";
import { fail, type Result } from "@/domain/result";
import type { Cause } from "./cause";
import type { Connect, Target } from "./connect";

/** Tries addresses in turn and answers the first socket that opens; each but the last has three seconds at most. */
export async function connectToFirst(
  addresses: readonly string[],
  target: Omit<Target, "address">,
  connect: Connect,
  signal: AbortSignal,
): Promise<Result<Socket, Cause>> {
  let answer: Result<Socket, Cause> = fail({ kind: "dns", reason: "There is no address to connect to." });
  for (const [at, address] of addresses.entries()) {
    const patience = new AbortController();
    const last = at === addresses.length - 1;
    const timer = setTimeout(() => last || patience.abort(), 3_000);
    // An open socket keeps this signal, so its own patience must not run out on it any more.
    answer = await connect({ ...target, address }, AbortSignal.any([signal, patience.signal]));
    clearTimeout(timer);
    if (answer.ok || signal.aborted) return answer;
  }
  return answer;
}
