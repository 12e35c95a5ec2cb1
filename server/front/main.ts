import next from "next";
import { stopHearing } from "@/server/queries/reader-page";
import { makeFront } from "./front";

/** The web server's process: Next is prepared, then the front listens. Ends cleanly on SIGTERM and SIGINT. */
const port = Number(process.env["PORT"] || 3000);
const hostname = process.env["HOST"] || "127.0.0.1";

const app = next({ dev: false, hostname, port });
const handle = app.getRequestHandler();
await app.prepare();

const front = makeFront((request, response) => void handle(request, response));
front.listen(port, hostname);

let ending = false;
for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    stopHearing();
    front.close(() => process.exit(0));
    front.closeIdleConnections();
    // Streams of the desk stay open for hours; whoever holds one connects again to what comes up next.
    setTimeout(() => front.closeAllConnections(), 1_000).unref();
  });
