import { appendFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { findChromium } from "./chromium.mjs";
import { run, tail } from "./command.mjs";
import { environments } from "./environment.mjs";
import { startFakeInternet } from "./fake-internet.mjs";
import { root } from "./folders.mjs";
import { freePort } from "./ports.mjs";
import { prepareDatabase, seed } from "./product-database.mjs";
import { startWeb, startWorker, stopServer } from "./servers.mjs";

/** The journeys of `e2e/` in a real browser, against the built product with its worker, on a database of their own. */
export async function browserStage(workshop) {
  const folder = join(root, "e2e");
  if (!existsSync(folder) || !readdirSync(folder).some((name) => name.endsWith(".spec.ts")))
    return { passed: 0, failed: 0 };
  const browser = await findChromium();
  await ensureBuilt();
  const { env, log, stop } = await startProduct(workshop);
  const answer = await journeys(workshop, { ...env, ...browser.env, CHROMIUM_PATH: browser.path });
  await stop();
  const words = existsSync(log) ? tail(readFileSync(log, "utf8"), 40) : "";
  return { ...answer, output: `${answer.output}\nThe servers' last words:\n${words}` };
}

async function startProduct(workshop) {
  const cluster = await workshop.cluster();
  const ownerUrl = cluster.url("imprimatur_e2e");
  const roleUrls = await prepareDatabase(ownerUrl, {});
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const { server: plain, owner } = environments({ ownerUrl, roleUrls, address, home: workshop.folder() });
  await seed(owner);
  const log = join(workshop.folder(), "servers.log");
  const servers = [];
  const stop = async () => {
    for (const child of servers) await stopServer(child);
  };
  workshop.atEnd(stop);
  const onSpawn = (child) => {
    servers.unshift(child);
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => appendFileSync(log, chunk));
  };
  const internet = await startFakeInternet({ env: plain, onSpawn });
  const server = { ...plain, ...internet };
  await startWeb({ port, env: server, output: "pipe", onSpawn });
  const worker = startWorker({ env: server, output: "pipe" });
  if (worker) onSpawn(worker);
  return { env: { ...owner, ...internet, BASE_URL: address, TEST_CLUSTER_URL: cluster.url("postgres") }, log, stop };
}

async function journeys(workshop, env) {
  const report = join(workshop.folder(), "browser.json");
  const args = [join(root, "node_modules/@playwright/test/cli.js"), "test", "--reporter=line,json"];
  const { code, output } = await run(process.execPath, args, {
    env: { ...env, NODE_ENV: "test", PLAYWRIGHT_JSON_OUTPUT_NAME: report, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  if (!existsSync(report)) return { passed: 0, failed: 1, output: tail(output, 200) };
  const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
  const failed = stats.unexpected + errors.length;
  return {
    passed: stats.expected + stats.flaky,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    output: tail(output, 300),
  };
}
