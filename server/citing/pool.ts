import { type ChildProcess, fork } from "node:child_process";
import { z } from "zod";
import { fail, ok, type Result } from "@/domain/result";
import { productPath } from "./files";
import type { Element } from "./xml";
import { tokens } from "./tokens";

/** One job for the worker; ids are the worker's own. `bundled` names a style that is always here. */
export type Job = {
  bundled: string | null;
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
 * Runs a job in a process of its own, with a limit of time and of memory. A process that goes beyond either is ended, and
 * the next job has a new one. A thread would not do: one that wants memory fast enough takes its whole process with it.
 * Idle ones keep nobody alive, and end after a while.
 */
export function run(job: Job, limits: { seconds: number }): Promise<Result<Done, CitingFault>> {
  if (waiting.length >= mostWaiting) return Promise.resolve(fail({ kind: "busy" }));
  return new Promise((answer) => {
    waiting.push({ job, seconds: limits.seconds, answer });
    next();
  });
}

/** Begins a process for a job that will come soon, where none rests: it takes longer to begin than most jobs take. */
export function getReady(): void {
  if (idle.length === 0 && workers < mostWorkers) rest(start());
}

type Waiting = { job: Job; seconds: number; answer: (result: Result<Done, CitingFault>) => void };
type Idle = { worker: ChildProcess; until: NodeJS.Timeout };

const mostWaiting = 200;
/** Two, so that one style that takes its time does not keep everybody waiting. */
const mostWorkers = 2;
const megabytes = 384;
const idleMilliseconds = 60_000;

const waiting: Waiting[] = [];
const idle: Idle[] = [];
let workers = 0;

function next(): void {
  const waits = waiting[0];
  const worker = waits && (rested() ?? (workers < mostWorkers ? start() : undefined));
  if (!waits || !worker) return;
  waiting.shift();
  work(worker, waits);
}

function rested(): ChildProcess | undefined {
  const one = idle.pop();
  if (one) clearTimeout(one.until);
  return one?.worker;
}

/** It gets nothing of this process: no environment, no arguments, no output. */
function start(): ChildProcess {
  workers += 1;
  const worker = fork(productPath("server/citing/worker.mjs"), [], {
    execArgv: [`--max-old-space-size=${megabytes}`],
    env: { NODE_ENV: "production" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  worker.once("exit", () => {
    workers -= 1;
    const at = idle.findIndex((one) => one.worker === worker);
    if (at >= 0) clearTimeout(idle.splice(at, 1)[0]?.until);
    next();
  });
  // What goes wrong with it is told by its end.
  worker.on("error", () => worker.kill("SIGKILL"));
  return worker;
}

function work(worker: ChildProcess, { job, seconds, answer }: Waiting): void {
  const finish = (result: Result<Done, CitingFault>, again: boolean) => {
    clearTimeout(clock);
    worker.off("message", onMessage).off("exit", onExit);
    if (again) rest(worker);
    else worker.kill("SIGKILL");
    answer(result);
    if (again) next();
  };
  const onMessage = (message: unknown) => {
    const read = Answer.safeParse(message);
    if (!read.success) finish(failed("The answer cannot be read."), false);
    else if ("done" in read.data) finish(ok(read.data.done), true);
    // What a style leaves behind when it fails is nobody's to inherit.
    else finish(read.data.failed === "too long" ? fail({ kind: "too-large" }) : failed(read.data.failed), false);
  };
  // V8 aborts when there is no memory left.
  const onExit = (code: number | null, signal: NodeJS.Signals | null) =>
    finish(signal === "SIGABRT" || code === 134 ? fail({ kind: "too-large" }) : failed("It ended."), false);
  const clock = setTimeout(() => finish(fail({ kind: "too-slow", seconds }), false), seconds * 1000);
  worker.on("message", onMessage).on("exit", onExit);
  worker.ref();
  worker.channel?.ref();
  worker.send({ job, tokens, seconds }, (error) => (error ? finish(failed(error.message), false) : undefined));
}

const failed = (message: string) => fail({ kind: "failed" as const, message: message.slice(0, 500) });

function rest(worker: ChildProcess): void {
  worker.unref();
  worker.channel?.unref();
  const until = setTimeout(() => worker.kill("SIGKILL"), idleMilliseconds).unref();
  idle.push({ worker, until });
}
