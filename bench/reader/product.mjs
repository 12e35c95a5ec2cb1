import { spawnSync } from "node:child_process";
import { ensureBuilt } from "@/scripts/build.mjs";
import { environments } from "@/scripts/environment.mjs";
import { startPostgres } from "@/scripts/postgres.mjs";
import { ensureGenerated } from "@/scripts/prisma-client.mjs";
import { freePort } from "@/scripts/ports.mjs";
import { prepareDatabase, seed } from "@/scripts/product-database.mjs";
import { startWeb, stopServer } from "@/scripts/servers.mjs";

/** The built product, seeded, on a database of its own in the folder: one web process and no worker beside it, told `more`. */
export async function startProduct(folder, more = {}) {
  await ensureGenerated();
  await ensureBuilt();
  const cluster = await startPostgres(folder, { durable: false });
  const ownerUrl = cluster.url("imprimatur_bench");
  const roleUrls = await prepareDatabase(ownerUrl, {});
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const { server: plain, owner } = environments({ ownerUrl, roleUrls, address, home: folder });
  const server = { ...plain, ...more };
  await seed(owner);
  const web = await startWeb({ port, env: server, output: "ignore" });
  return {
    url: `http://127.0.0.1:${port}`,
    /** What its servers are given of the environment. */
    env: server,
    /** Ends the web process alone. */
    end: () => stopServer(web),
    /** Resident memory of the web process in MB. */
    memory: () => Number(spawnSync("ps", ["-o", "rss=", "-p", String(web.pid)], { encoding: "utf8" }).stdout) / 1024,
    stop: async () => {
      await stopServer(web);
      await cluster.stop();
    },
  };
}
