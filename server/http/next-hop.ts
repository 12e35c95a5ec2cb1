import { fail, ok, type Result } from "@/domain/result";
import type { Answer } from "./ask";
import type { Cause } from "./cause";

/** The address that an answer sends on to (RFC 9110, 10.2.2), made absolute; null if it does not send on. */
export function nextHop(
  { status, headers }: Pick<Answer, "status" | "headers">,
  from: URL,
): Result<string, Cause> | null {
  if (!sendsOn.has(status)) return null;
  const location = headers["location"]?.trim() ?? "";
  if (location === "") return fail({ kind: "bad-redirect", reason: `The answer ${status} does not say where to go.` });
  try {
    return ok(new URL(location, from).href);
  } catch {
    return fail({ kind: "bad-redirect", reason: `The answer ${status} sends on to what is no address.` });
  }
}

const sendsOn = new Set([301, 302, 303, 307, 308]);
