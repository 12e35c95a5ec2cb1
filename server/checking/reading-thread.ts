import { parentPort } from "node:worker_threads";
import { decodeBody } from "@/server/http/charset";
import { pageText } from "./page-text";
import { pdfText } from "./pdf-text";
import type { Reading, ReadText } from "./reading";

/** The thread in which bodies are read: a body that hangs or bursts it takes only this thread with it. */
parentPort?.on("message", (reading: Reading) => {
  void read(reading).then(
    (value) => parentPort?.postMessage({ ok: true, value }),
    (error: unknown) => parentPort?.postMessage({ ok: false, why: error instanceof Error ? error.message : "" }),
  );
});

async function read({ body, mediaType, contentType }: Reading): Promise<ReadText> {
  if (mediaType === "application/pdf") return pdfText(body);
  const { text } = decodeBody(body, contentType);
  if (mediaType.includes("html")) return { ...pageText(text), markup: text.slice(0, markupKept) };
  const plain = text.replace(/[^\S\n]+/gu, " ").trim();
  return { title: "", heading: "", free: null, main: plain, text: plain };
}

/** Characters of markup in which walls leave their signs. */
const markupKept = 60_000;
