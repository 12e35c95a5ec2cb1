import { endCommands } from "./command.mjs";
import { setTimeout as pause } from "node:timers/promises";
import { dataFolder } from "./folders.mjs";
import { ensureInstalled } from "./install.mjs";
import { during } from "./progress.mjs";
import { checkDatabaseUrl, portToServe } from "./reachable.mjs";
import { Refusal } from "./refusal.mjs";
import { onlyOne } from "./single.mjs";
import { checkTestInternet } from "./test-internet.mjs";

/** What has been started, in the order in which it is to be stopped: web, worker, Postgres, the note that we run. */
const toStop = { web: [], worker: [], postgres: [], note: [] };

/** `npm start`: from whatever state the clone is in to a product that answers, and down again. */
export async function main({ dev }) {
  process.on("SIGINT", () => stop(0));
  process.on("SIGTERM", () => stop(0));
  process.on("SIGHUP", () => stop(0));
  starting = start(dev);
  try {
    await starting;
  } catch (error) {
    if (stopping) return;
    console.error(error instanceof Refusal ? error.message : error);
    await stop(1);
  }
}

async function start(dev) {
  checkTestInternet(process.env);
  const note = await onlyOne(dataFolder, `http://localhost:${process.env.PORT || "3000"}`);
  if (note.address) throw new Refusal(`Imprimatur already runs from this folder: ${note.address}`);
  toStop.note.push(note.release);
  const port = await portToServe(note);
  if (process.env.DATABASE_URL) await checkDatabaseUrl(process.env.DATABASE_URL);
  await ensureInstalled({ development: false });
  const { reachDatabase } = await import("./database.mjs");
  if (process.env.DATABASE_URL) await reachDatabase(process.env.DATABASE_URL);
  const { ensureGenerated } = await import("./prisma-client.mjs");
  const { ensureBuilt } = await import("./build.mjs");
  await ensureGenerated();
  if (!dev) await ensureBuilt();
  await serve(port, dev);
}

async function serve(port, dev) {
  const { prepareDatabase, seed } = await import("./product-database.mjs");
  const { authSecret, environments } = await import("./environment.mjs");
  const ownerUrl = process.env.DATABASE_URL || (await embeddedDatabase());
  const roleUrls = await prepareDatabase(ownerUrl, { ...process.env, NEXTAUTH_SECRET: authSecret() });
  const address = `http://localhost:${port}`;
  const { server, owner } = environments({ ownerUrl, roleUrls, address });
  const signIns = await seed(owner);
  await during("starting", () => startServers(port, server, dev));
  console.log(`\nImprimatur is at ${server.SITE_URL}\n${signIns === "" ? "" : `\n${signIns}\n`}\nCtrl-C stops it.`);
}

async function embeddedDatabase() {
  const { startPostgres } = await import("./postgres.mjs");
  return during("starting Postgres", async () => {
    const cluster = await startPostgres(dataFolder);
    toStop.postgres.push(cluster.stop);
    cluster.onEnd(() => stopping || fail("The embedded Postgres has ended; .data/postgres.log says why."));
    return cluster.url("imprimatur");
  });
}

async function startServers(port, env, dev) {
  const { startWeb, startWorker, stopServer } = await import("./servers.mjs");
  const startTheWorker = () => {
    const worker = startWorker({ env });
    toStop.worker = [() => stopServer(worker)];
    worker?.once("exit", () => {
      if (stopping) return;
      console.error("The jobs worker ended; it is started again.");
      setTimeout(() => stopping || startTheWorker(), 2_000);
    });
  };
  startTheWorker();
  const web = await startWeb({ port, env, dev, onSpawn: (child) => toStop.web.push(() => stopServer(child)) });
  web.once("exit", () => stopping || fail("The web server has ended; its own words are above."));
}

function fail(sentence) {
  console.error(sentence);
  return stop(1);
}

let starting;
let stopping = false;

/**
 * Stops everything that runs, once; a second Ctrl-C does not interrupt it, because every step is bounded in time. What
 * was about to start is let come to its end first, so that it is known and can be stopped.
 */
async function stop(code) {
  if (stopping) return;
  stopping = true;
  endCommands();
  await Promise.race([starting.catch(() => {}), pause(8_000)]);
  for (const step of [...toStop.web, ...toStop.worker, ...toStop.postgres, ...toStop.note]) await step();
  process.exit(code);
}
