import { Resolver } from "node:dns/promises";
import { fail, ok, type Result } from "@/domain/result";
import type { Cause } from "./cause";

/** All addresses that a name stands for, A before AAAA, or why they are not known. */
export type Resolve = (host: string, signal: AbortSignal) => Promise<Result<readonly string[], Cause>>;

/**
 * A resolver that asks DNS itself, the machine's servers or the given ones: no hosts file, no local names, no search
 * domains. A family that fails is left out, for only what was answered is ever connected to.
 */
export function makeResolve(servers: readonly string[] = []): Resolve {
  return async (host, signal) => {
    const resolver = new Resolver({ timeout: 2_000, tries: 2 });
    if (servers.length > 0) resolver.setServers([...servers]);
    const cancel = () => resolver.cancel();
    signal.addEventListener("abort", cancel, { once: true });
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    signal.removeEventListener("abort", cancel);
    const found = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
    if (found.length > 0) return ok(found);
    const missing = answers.every((answer) => answer.status === "rejected" && absent.has(codeOf(answer.reason)));
    return fail({
      kind: "dns",
      reason: missing ? `There is no host called “${host}”.` : `The name “${host}” could not be looked up.`,
    });
  };
}

const absent = new Set(["ENOTFOUND", "ENODATA"]);
const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
