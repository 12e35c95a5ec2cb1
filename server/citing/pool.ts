import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { fail, ok, type Result } from "@/domain/result";
import { productPath } from "./files";
import type { Element } from "./xml";
import { tokens } from "./tokens";

/** One job for the worker; ids are the worker's own. */
export type Job = {
  style: Element;
  locale: string;
  locales: Record<string, Element>;
  items: { id: string; [field: string]: unknown }[];
  citations: {
    citationID: string;
    citationItems: { id: string; [field: string]: unknown }[];
    properties: { noteIndex: number; mode?: "composite" };
  }[];
  uncited: string[];
  mostCharacters: number;
};

const Done = z.object({
  citations: z.array(z.tuple([z.string(), z.string()])),
  entries: z.array(z.string()),
  hanging: z.boolean(),
});
export type Done = z.infer<typeof Done>;

const Answer = z.union([z.object({ done: Done }), z.object({ failed: z.string() })]);

/** Why a job has no answer. Each is the fault of its style or its size, and the process goes on. */
export type CitingFault =
  | { kind: "too-slow"; seconds: number }
  | { kind: "too-large" }
  | { kind: "failed"; message: string }
  | { kind: "busy" };

/**
 * Runs a job in a thread of its own, with a limit of time and of memory. A thread that goes beyond either is ended, and
 * the next job has a new one. Idle threads keep no process alive.
 */
export function run(job: Job, limits: { seconds: number }): Promise<Result<Done, CitingFault>> {
  if (waiting.length >= mostWaiting) return Promise.resolve(fail({ kind: "busy" }));
  return new Promise((answer) => {
    waiting.push({ job, seconds: limits.seconds, answer });
    next();
  });
}

type Waiting = { job: Job; seconds: number; answer: (result: Result<Done, CitingFault>) => void };

const mostWaiting = 200;
const mostThreads = Math.max(1, Math.min(2, availableParallelism() - 1));
const memory = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

const waiting: Waiting[] = [];
const idle: Worker[] = [];
let threads = 0;

function next(): void {
  const worker = idle.pop() ?? (threads < mostThreads ? start() : undefined);
  if (!worker) return;
  const waits = waiting.shift();
  if (waits) work(worker, waits);
  else rest(worker);
}

function start(): Worker {
  threads += 1;
  return new Worker(productPath("server/citing/worker.mjs"), { resourceLimits: memory, env: {}, execArgv: [] });
}

function work(worker: Worker, { job, seconds, answer }: Waiting): void {
  const finish = (result: Result<Done, CitingFault>, again: boolean) => {
    clearTimeout(clock);
    worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    if (again) rest(worker);
    else end(worker);
    answer(result);
    next();
  };
  const onMessage = (message: unknown) => {
    const read = Answer.safeParse(message);
    if (!read.success) finish(failed("The answer cannot be read."), false);
    else if ("done" in read.data) finish(ok(read.data.done), true);
    // What a style leaves behind when it fails is nobody's to inherit.
    else finish(read.data.failed === "too long" ? fail({ kind: "too-large" }) : failed(read.data.failed), false);
  };
  const onError = (error: Error & { code?: string }) =>
    finish(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? fail({ kind: "too-large" }) : failed(error.message), false);
  const onExit = () => finish(failed("The thread ended."), false);
  const clock = setTimeout(() => finish(fail({ kind: "too-slow", seconds }), false), seconds * 1000);
  worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  worker.ref();
  worker.postMessage({ job, tokens });
}

const failed = (message: string) => fail({ kind: "failed" as const, message: message.slice(0, 500) });

function end(worker: Worker): void {
  threads -= 1;
  // A thread that is ended may still have an error to tell, and nobody waits for it.
  worker.on("error", () => undefined);
  void worker.terminate();
}

function rest(worker: Worker): void {
  worker.unref();
  idle.push(worker);
}
