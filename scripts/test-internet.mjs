import { Refusal } from "./refusal.mjs";

/**
 * Refuses to start a product that is led to a fake internet without being for tests: the same rule as in
 * server/http/test-internet.ts, before anything is installed or started.
 */
export function checkTestInternet(environment) {
  const { IMPRIMATUR_TEST_INTERNET: setting = "", IMPRIMATUR_TEST_MODE: mode = "" } = environment;
  if (setting === "") return;
  const port = Number(/^127\.0\.0\.1:(\d{1,5})$/.exec(setting)?.[1]);
  if (!(port > 0 && port < 65_536)) throw new Refusal("IMPRIMATUR_TEST_INTERNET must be 127.0.0.1 with a port.");
  if (mode !== "on") throw new Refusal("IMPRIMATUR_TEST_INTERNET is for tests only: it needs IMPRIMATUR_TEST_MODE=on.");
  const { SITE_URL: site = "", NEXTAUTH_URL: auth = "", HOST: host = "" } = environment;
  const addresses = [site, auth].filter((address) => address !== "");
  if (addresses.every(isLoopbackUrl) && (host === "" || isLoopback(host))) return;
  throw new Refusal(
    "IMPRIMATUR_TEST_INTERNET is for tests only: SITE_URL, NEXTAUTH_URL and HOST have to be of this machine.",
  );
}

const isLoopback = (host) => /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/.test(host);
const isLoopbackUrl = (text) => URL.canParse(text) && isLoopback(new URL(text).hostname);
