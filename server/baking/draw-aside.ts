import { Worker } from "node:worker_threads";
import { productPath } from "@/server/citing/files";
import { drawEditionPages } from "./bake";
import type { DrawnPage } from "./pack";

type Asked = Parameters<typeof drawEditionPages>;

/** From this size on (ProseMirror's, about a letter each) an edition takes long enough to draw that others would notice. */
const long = 60_000;

/**
 * The pages of one edition, drawn as `drawEditionPages` draws them: a long one in a thread, so that this process goes on
 * answering. What is drawn is the same; if the thread ends early, it is drawn here.
 */
export async function drawAside(...asked: Asked): Promise<DrawnPage[]> {
  const [view] = asked;
  if (view.parts.reduce((size, part) => size + part.nodeSize, 0) < long) return drawEditionPages(...asked);
  return (await inThread(asked)) ?? drawEditionPages(...asked);
}

type Said = { id: number } & ({ pages: DrawnPage[] } | { why: string });
type Waiting = { tell: (said: Said) => void; end: () => void };

let thread: Worker | null = null;
let last = 0;
const waiting = new Map<number, Waiting>();

/** Null when the thread ended before it was done; a page that cannot be drawn fails as it does without the thread. */
function inThread([view, ...rest]: Asked): Promise<DrawnPage[] | null> {
  const id = (last += 1);
  const worker = (thread ??= begin());
  worker.ref();
  return new Promise((resolve, reject) => {
    waiting.set(id, {
      tell: (said) => ("pages" in said ? resolve(said.pages) : reject(new Error(said.why))),
      end: () => resolve(null),
    });
    worker.postMessage({ id, view: { ...view, parts: view.parts.map((part) => part.toJSON()) }, rest });
  });
}

/** It keeps no process alive while it has nothing to do. */
function begin(): Worker {
  const worker = new Worker(productPath("server/baking/thread.mjs"), {
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
  worker.on("message", (said: Said) => {
    waiting.get(said.id)?.tell(said);
    waiting.delete(said.id);
    if (waiting.size === 0) worker.unref();
  });
  worker.on("error", () => {});
  worker.on("exit", () => {
    if (thread === worker) thread = null;
    for (const { end } of waiting.values()) end();
    waiting.clear();
  });
  return worker;
}
