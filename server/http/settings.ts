import { fail, ok, type Result } from "@/domain/result";

type Environment = Readonly<Record<string, string | undefined>>;

/** The name by which robots.txt files can address us (RFC 9309, 2.2.1). */
export const productToken = "Imprimatur";

/** Who we say we are, with the newsroom's own address as the contact if it is known. */
export function userAgent(environment: Environment): string {
  const site = environment["SITE_URL"] ?? "";
  const contact = /^https?:/.test(site) && URL.canParse(site) ? `; +${new URL(site).origin}` : "";
  return `${productToken}/1.0 (checks sources${contact})`;
}

/** The ports that may be asked: 80 and 443, and what `IMPRIMATUR_FETCH_PORTS` adds ("8080, 8443"). */
export function allowedPorts(environment: Environment): Result<ReadonlySet<number>, string> {
  const words = (environment["IMPRIMATUR_FETCH_PORTS"] ?? "").split(/[\s,]+/).filter((word) => word !== "");
  const more = words.map(Number);
  if (!more.every((port) => Number.isInteger(port) && port > 0 && port < 65_536))
    return fail("IMPRIMATUR_FETCH_PORTS must be a list of ports like 8080, 8443.");
  return ok(new Set([80, 443, ...more]));
}
