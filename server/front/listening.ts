import type { Server } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import { stopHearing } from "@/server/queries/reader-page";
import { makeReaders } from "./readers";
import type { ThreadData, ThreadSaid } from "./threads";

/** One of the threads that answer readers. It is given the readers' database role and no other, and nothing of the desk. */
const { behind, at } = workerData as ThreadData;
const say = (said: ThreadSaid) => parentPort?.postMessage(said);
const readers = makeReaders(behind);

readers.on("error", (error) => say({ kind: "failed", words: error.message }));
readers.listen(at, () => say({ kind: "listening", fd: descriptorOf(readers) }));
parentPort?.once("message", () => {
  stopHearing();
  readers.close();
});

/** What a server listens at, for other threads of this process; Node has no other word for it than its handle. */
function descriptorOf(server: Server): number {
  return (server as Server & { _handle?: { fd?: number } })._handle?.fd ?? -1;
}
