import { fail } from "@/domain/result";
import { connectPublicly } from "./connect";
import type { Fetch } from "./fetch";
import { makeGuardedFetch } from "./make-guarded-fetch";
import { makeResolve } from "./resolve";
import { allowedPorts, userAgent } from "./settings";
import { testGround, testInternet } from "./test-internet";

/**
 * The product's one way out to the internet: public addresses only, checked where it connects, within 10 s, 5 redirects
 * and 2 MB. Under the test setting all names lead to the fake internet instead; where that setting is not allowed,
 * nothing is fetched at all.
 */
export const guardedFetch: Fetch = async (url, options) => {
  const setting = testInternet(process.env);
  if (!setting.ok) return fail({ kind: "network", reason: setting.error, url });
  const ports = allowedPorts(process.env);
  if (!ports.ok) return fail({ kind: "network", reason: ports.error, url });
  const common = { ports: ports.value, agent: userAgent(process.env) };
  const ground =
    setting.value === null ? { resolve: makeResolve(), connect: connectPublicly } : testGround(setting.value);
  return makeGuardedFetch({ ...ground, ...common })(url, options);
};
