import { Worker } from "node:worker_threads";
import { decodeBody } from "@/server/http/charset";
import { fail, ok, type Result } from "@/domain/result";

/** A body to be read: its bytes, its media type without parameters, and the whole Content-Type for its charset. */
export type Reading = { body: Uint8Array; mediaType: string; contentType: string };

/** What was read: `main` is the article alone, `text` everything visible, `markup` the start of an HTML body. */
export type ReadText = {
  title: string;
  heading: string;
  free: boolean | null;
  main: string;
  text: string;
  markup?: string;
};

export type Unread = { kind: "not-text" | "too-long" | "broken"; reason: string };

/** Milliseconds and megabytes that reading one body may take. */
const limits = { time: 15_000, memory: 384 };

/**
 * The readable text of a page, a PDF or a plain text. Pages and PDFs are read in a thread of its own, one body at a time,
 * that is ended when it takes too long or too much.
 */
export function readBody(reading: Reading, time: number = limits.time): Promise<Result<ReadText, Unread>> {
  const { mediaType } = reading;
  if (mediaType === "application/pdf" || mediaType.includes("html")) {
    const next = queue.then(() => inThread(reading, time));
    queue = next.catch(() => {});
    return next;
  }
  const isText = mediaType.startsWith("text/") || /(?:xml|json)$/u.test(mediaType);
  return Promise.resolve(
    isText
      ? ok(plainText(reading))
      : fail({ kind: "not-text", reason: `Nothing is read of ${mediaType || "a body without a type"}.` }),
  );
}

function plainText({ body, contentType }: Reading): ReadText {
  const text = decodeBody(body, contentType)
    .text.replace(/[^\S\n]+/gu, " ")
    .trim();
  return { title: "", heading: "", free: null, main: text, text };
}

let queue: Promise<unknown> = Promise.resolve();
let thread: Worker | null = null;

type Said = { ok: true; value: ReadText } | { ok: false; why: string };

function inThread(reading: Reading, time: number): Promise<Result<ReadText, Unread>> {
  const worker = (thread ??= begin());
  return new Promise((resolve) => {
    const done = (answer: Result<ReadText, Unread>) => {
      clearTimeout(timer);
      worker.off("message", told).off("error", broken).off("exit", broken);
      resolve(answer);
    };
    const ended = (answer: Result<ReadText, Unread>) => {
      if (thread === worker) thread = null;
      done(answer);
      void worker.terminate();
    };
    const told = (said: Said) =>
      done(said.ok ? ok(said.value) : fail({ kind: "broken", reason: `Its text could not be read: ${said.why}` }));
    const broken = () => ended(fail({ kind: "broken", reason: "Its text could not be read." }));
    const timer = setTimeout(() => ended(fail({ kind: "too-long", reason: "Reading its text took too long." })), time);
    worker.on("message", told).on("error", broken).on("exit", broken);
    worker.postMessage(reading);
  });
}

/** It keeps no process alive by itself; while a body is read the timer does. */
function begin(): Worker {
  const worker = new Worker(new URL("./thread.mjs", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    env: {},
  });
  worker.on("error", () => {});
  worker.unref();
  return worker;
}
