import { isIPv4, isIPv6 } from "node:net";
import { fail, ok, type Result } from "@/domain/result";
import type { Cause } from "./cause";
import type { Admitted } from "./gate";
import { isPublicAddress } from "./public-address";
import type { Resolve } from "./resolve";

/**
 * The addresses to connect to, four at most, all of them public. One that is not, among however many that are, refuses the whole
 * host: a name of the public internet has no business to stand for a private address.
 */
export async function addressesOf(
  { host, literal }: Admitted,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<Result<readonly string[], Cause>> {
  if (literal !== null) return ok([literal]);
  const found = await resolve(host.replace(/\.$/, ""), signal);
  if (!found.ok) return found;
  const stray = found.value.find((address) => !isPublicAddress(address));
  if (stray !== undefined)
    return fail({ kind: "unsafe", reason: `“${host}” stands for ${stray}, which is not on the public internet.` });
  if (found.value.length === 0) return fail({ kind: "dns", reason: `There is no host called “${host}”.` });
  // Some of each family, for a machine may have a way out for one only.
  const v4 = found.value.filter(isIPv4).slice(0, 2);
  const v6 = found.value.filter(isIPv6).slice(0, 2);
  return ok([...v4, ...v6]);
}
