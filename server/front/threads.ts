import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { readersEnvironment } from "@/server/queries/readers-environment";

/** Where a thread finds the server behind it, and where it listens: at an address, or at one that is listened to already. */
export type ThreadData = { behind: string; at: { host: string; port: number } | { fd: number } };
/** What a thread says of itself, once: the descriptor that it listens at (-1 where the system has none), or why it cannot. */
export type ThreadSaid = { kind: "listening"; fd: number } | { kind: "failed"; words: string };

const most = 4;
const threads = Number(process.env["READER_THREADS"]) || Math.min(availableParallelism(), most);

/**
 * Starts the threads that answer readers at an address. The first opens it, the others listen at the same descriptor, so
 * that each takes connections when it has time for them. `ended` hears of one that ends. Answers how to close the address.
 */
export async function startThreads(
  address: { host: string; port: number },
  behind: string,
  ended: (error: Error) => void,
): Promise<() => void> {
  const first = start({ behind, at: address }, ended);
  const fd = await listening(first);
  const others = fd < 0 ? [] : Array.from({ length: threads - 1 }, () => start({ behind, at: { fd } }, ended));
  await Promise.all(others.map(listening));
  // The others listen at what the first closes.
  return () => first.postMessage("close");
}

function start(workerData: ThreadData, ended: (error: Error) => void): Worker {
  const file = new URL("./reader-thread.mjs", import.meta.url);
  const worker = new Worker(file, {
    workerData,
    env: readersEnvironment(threads),
    execArgv: ["--import", "tsx"],
  });
  worker.on("error", ended);
  worker.on("exit", (code) => ended(new Error(`a readers' thread ended with ${code}`)));
  return worker;
}

const listening = (worker: Worker): Promise<number> =>
  new Promise((resolve, reject) =>
    worker.once("message", (said: ThreadSaid) =>
      said.kind === "listening" ? resolve(said.fd) : reject(new Error(said.words)),
    ),
  );
