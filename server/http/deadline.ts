import { setMaxListeners } from "node:events";
import { fail, type Result } from "@/domain/result";
import type { Cause } from "./cause";
import { causeOf } from "./failure";

/**
 * Runs work that has to end within so many milliseconds, or when the caller calls it off; then the answer is given at
 * once, whether or not the work has heard of it. What it throws becomes a failure.
 */
export async function underDeadline<T>(
  timeout: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result<T, Cause>>,
): Promise<Result<T, Cause>> {
  const controller = new AbortController();
  // Each socket and stream on the way listens.
  setMaxListeners(0, controller.signal);
  let end: (answer: Result<never, Cause>) => void = () => {};
  const ended = new Promise<Result<never, Cause>>((resolve) => {
    end = resolve;
  });
  const stop = (kind: Cause["kind"], reason: string) => {
    end(fail({ kind, reason }));
    controller.abort();
  };
  const timer = setTimeout(() => stop("timeout", `There was no whole answer within ${timeout} ms.`), timeout);
  const calledOff = () => stop("aborted", "The request was called off.");
  caller?.addEventListener("abort", calledOff, { once: true });
  if (caller?.aborted) calledOff();
  try {
    return await Promise.race([ended, answered(work, controller.signal)]);
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener("abort", calledOff);
    controller.abort();
  }
}

async function answered<T>(
  work: (signal: AbortSignal) => Promise<Result<T, Cause>>,
  signal: AbortSignal,
): Promise<Result<T, Cause>> {
  try {
    return signal.aborted ? fail({ kind: "aborted", reason: "The request was called off." }) : await work(signal);
  } catch (error) {
    return fail(causeOf(error, "network"));
  }
}
