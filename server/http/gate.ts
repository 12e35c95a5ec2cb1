import { isIP } from "node:net";
import { fail, ok, type Result } from "@/domain/result";
import type { Cause } from "./cause";
import { isPublicAddress } from "./public-address";
import { isPublicName } from "./public-name";

/** An address that may be asked, as far as its text can say. `literal` is its IP address if the host is one. */
export type Admitted = { url: URL; host: string; literal: string | null; port: number; secure: boolean };

/**
 * Judges the text of an address before anything is looked up: http or https, an allowed port, nobody's name and
 * password, a host that is public by its name or as a literal in whatever encoding the URL standard knows.
 */
export function gate(text: string, ports: ReadonlySet<number>): Result<Admitted, Cause> {
  if (text.length > longest) return fail({ kind: "bad-url", reason: "The address is longer than 8,000 characters." });
  const url = parsed(text);
  if (url === null) return fail({ kind: "bad-url", reason: "This is not a web address." });
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return fail({ kind: "bad-url", reason: `Only http and https are fetched, not “${url.protocol}”.` });
  const secure = url.protocol === "https:";
  const port = url.port === "" ? (secure ? 443 : 80) : Number(url.port);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const literal = isIP(host) === 0 ? null : host;
  const reason = unsafe(url, host, literal, ports.has(port) ? null : port);
  if (reason !== null) return fail({ kind: "unsafe", reason });
  url.hash = "";
  return ok({ url, host, literal, port, secure });
}

const longest = 8_000;

function unsafe(url: URL, host: string, literal: string | null, port: number | null): string | null {
  if (url.username !== "" || url.password !== "") return "An address with a name or password in it is not fetched.";
  if (port !== null) return `Port ${port} is not one that is fetched from.`;
  if (literal !== null) return isPublicAddress(literal) ? null : `${literal} is not an address on the public internet.`;
  return isPublicName(host) ? null : `“${host}” is not a name on the public internet.`;
}

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
