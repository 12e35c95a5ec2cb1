import { parentPort } from "node:worker_threads";
import { decodeBody } from "@/server/http/charset";
import type { Reading, ReadText } from "./reading";

/** The thread in which bodies are read: a body that hangs or bursts it takes only this thread with it. */
parentPort?.on("message", (reading: Reading) => {
  void read(reading).then(
    (value) => parentPort?.postMessage({ ok: true, value }),
    (error: unknown) => parentPort?.postMessage({ ok: false, why: error instanceof Error ? error.message : "" }),
  );
});

/** Each reader is large, and loaded when the first body of its kind comes. */
async function read({ body, mediaType, contentType }: Reading): Promise<ReadText> {
  if (mediaType === "application/pdf") return (await import("./pdf-text")).pdfText(body);
  const { pageText } = await import("./page-text");
  const { text } = decodeBody(body, contentType);
  return { ...pageText(text), markup: text.slice(0, markupKept) };
}

/** Characters of markup in which walls leave their signs. */
const markupKept = 60_000;
