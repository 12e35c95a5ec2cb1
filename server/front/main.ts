import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import next from "next";
import { stopHearing } from "@/server/queries/reader-page";
import { acceptForwarded } from "./forwarded";
import { makeFront } from "./front";
import { cachesIn, startPurging } from "./purging";
import { startThreads } from "./threads";

/**
 * The web server's process: Next is prepared, then readers' threads listen, with the desk's server behind them at a socket
 * that nobody else can reach. Ends cleanly on SIGTERM and SIGINT.
 */
const port = Number(process.env["PORT"] || 3000);
const host = process.env["HOST"] || "127.0.0.1";

const caches = cachesIn(process.env["PURGE_CACHES"]);
if (!caches.ok) {
  console.error(caches.error);
  process.exit(1);
}

const app = next({ dev: false, hostname: host, port });
const handle = app.getRequestHandler();
await app.prepare();

const home = mkdtempSync(join(tmpdir(), "imprimatur-"));
process.on("exit", () => rmSync(home, { recursive: true, force: true }));
const behind = process.platform === "win32" ? `\\\\.\\pipe\\imprimatur-${process.pid}` : join(home, "desk");
const front = makeFront((request, response) => void handle(request, response));
acceptForwarded(front);
await new Promise<void>((up) => front.listen(behind, up));

const site = new URL(process.env["SITE_URL"] || `http://localhost:${port}`);
const stopPurging = caches.value.length === 0 ? null : await startPurging(caches.value, site.host);

let ending = false;
const closeAddress = await startThreads({ host, port }, behind, (error) => {
  if (ending) return;
  console.error("The web server cannot go on:", error.message);
  process.exit(1);
});

for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    closeAddress();
    stopHearing();
    stopPurging?.();
    front.close(() => process.exit(0));
    front.closeIdleConnections();
    // Streams of the desk stay open for hours; whoever holds one connects again to what comes up next.
    setTimeout(() => front.closeAllConnections(), 1_000).unref();
  });
