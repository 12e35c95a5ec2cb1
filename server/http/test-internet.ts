import { connect as dial } from "node:net";
import { fail, ok, type Result } from "@/domain/result";
import type { Connect } from "./connect";
import type { Ground } from "./make-guarded-fetch";
import { opened } from "./opened";
import { makeResolve } from "./resolve";

/**
 * Where the fake internet is, by `IMPRIMATUR_TEST_INTERNET` ("127.0.0.1:4101"); null if that is not set. Refused, in
 * words, unless `IMPRIMATUR_TEST_MODE` is `on` and the product is known to be for this machine only: its public address
 * (SITE_URL, NEXTAUTH_URL) is a loopback one, and so is the one it listens on (HOST).
 */
export function testInternet(
  environment: Readonly<Record<string, string | undefined>>,
): Result<TestInternet | null, string> {
  const setting = environment["IMPRIMATUR_TEST_INTERNET"] ?? "";
  if (setting === "") return ok(null);
  const port = Number(/^127\.0\.0\.1:(\d{1,5})$/.exec(setting)?.[1]);
  if (!(port > 0 && port < 65_536)) return fail("IMPRIMATUR_TEST_INTERNET must be 127.0.0.1 with a port.");
  if (environment["IMPRIMATUR_TEST_MODE"] !== "on")
    return fail("IMPRIMATUR_TEST_INTERNET is for tests only: it needs IMPRIMATUR_TEST_MODE=on.");
  const { SITE_URL: site = "", NEXTAUTH_URL: auth = "", HOST: host = "" } = environment;
  const addresses = [site, auth].filter((address) => address !== "");
  if (addresses.length === 0 || !addresses.every(isLoopbackUrl) || !(host === "" || isLoopback(host)))
    return fail(
      "IMPRIMATUR_TEST_INTERNET is for tests only: SITE_URL, NEXTAUTH_URL and HOST have to be of this machine.",
    );
  return ok({ port });
}

export type TestInternet = { port: number };

/** Looks names up at the fake internet's own DNS, and opens every connection there, http and https alike, in plain TCP. */
export function testGround({ port }: TestInternet): Pick<Ground, "resolve" | "connect"> {
  const connect: Connect = async (target, signal) => {
    const answer = await opened(dial({ host: "127.0.0.1", port, signal }), "connect", "refused");
    // The PROXY protocol's line (version 1) tells the fake internet where this connection was meant to go.
    if (answer.ok) answer.value.write(`PROXY UNKNOWN 127.0.0.1 ${target.address} 0 ${target.port}\r\n`);
    return answer;
  };
  return { resolve: makeResolve([`127.0.0.1:${port}`]), connect };
}

const isLoopback = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/.test(host);
const isLoopbackUrl = (text: string): boolean => URL.canParse(text) && isLoopback(new URL(text).hostname);
