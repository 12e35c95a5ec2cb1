import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folders.mjs";
import { freePort } from "./ports.mjs";
import { Refusal } from "./refusal.mjs";
import { startTestProcess } from "./servers.mjs";

const sites = join("e2e", "internet");

/**
 * Starts the process that plays the internet for the journeys: the stock sites, and those that the files of
 * `e2e/internet` export as `sites`. Answers the settings that lead a product there; `onSpawn(child)` hears of it at once.
 */
export async function startFakeInternet({ env, onSpawn, files = siteFiles() }) {
  const program = join("server", "testing", "internet", "serve.ts");
  const child = startTestProcess([program, String(await freePort()), ...files], env);
  onSpawn(child);
  const setting = await new Promise((resolve) => {
    child.once("message", (message) => resolve(message.setting));
    child.once("exit", () => resolve(undefined));
  });
  if (setting === undefined) throw new Refusal("The fake internet has ended before it was ready.");
  return { IMPRIMATUR_TEST_INTERNET: setting, IMPRIMATUR_TEST_MODE: "on" };
}

function siteFiles() {
  const folder = join(root, sites);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".ts")) : [];
  return names.sort().map((name) => join(sites, name));
}
