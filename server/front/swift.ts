import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { failed, type ReaderAnswer } from "@/server/queries/reader-answer";
import { isBegun, type PlainRequest, readPlainRequest } from "./plain-request";
import { answerUnreadable } from "./unreadable";

/** Idle connections are closed after this many milliseconds, as the server behind does. */
const idle = 65_000;
/** A request that was begun is to be whole after so many milliseconds, as the server behind demands. */
const wholeIn = 15_000;

/** What a connection is answered with, and who takes it over with all that was said and not answered. */
export type Swift = {
  /** The answer to a plain request; null for one that is not the readers'. */
  answer: (asked: PlainRequest) => ReaderAnswer | Promise<ReaderAnswer> | null;
  handOver: (socket: Socket, said: Buffer) => void;
};

/**
 * Answers the plain requests of a connection without parsing HTTP in full: each in its turn, and its bytes at once where
 * the answer is known. With the first that is not plain, or not ours, the connection is handed over for good.
 */
export function answerSwiftly(socket: Socket, { answer, handOver }: Swift): void {
  let held: Buffer | null = null;
  let late: NodeJS.Timeout | undefined;
  let lookedUp: Promise<unknown> = Promise.resolve();

  const leave = (said: Buffer) => {
    clearTimeout(late);
    socket.off("data", read).off("end", end).off("timeout", giveUp);
    socket.setTimeout(0);
    handOver(socket, said);
  };
  const read = (chunk: Buffer) => {
    const said = held ? Buffer.concat([held, chunk]) : chunk;
    if (isBegun(said)) {
      held = said;
      late ??= setTimeout(() => answerUnreadable({ code: "ERR_HTTP_REQUEST_TIMEOUT" }, socket), wholeIn);
      return;
    }
    if (held) {
      held = null;
      clearTimeout(late);
      late = undefined;
    }
    const asked = readPlainRequest(said);
    const told = asked && answer(asked);
    if (!told) leave(said);
    else if (told instanceof Promise) {
      socket.pause();
      lookedUp = told.catch(failed).then((found) => send(found) && socket.resume());
    } else if (!send(told)) socket.pause();
  };
  // Who takes slowly is not asked for more until what was sent is gone.
  const send = (told: ReaderAnswer): boolean => {
    if (socket.write(bytesOf(told))) return true;
    socket.once("drain", () => socket.resume());
    return false;
  };
  const end = () => void lookedUp.then(() => socket.end());
  const giveUp = () => socket.destroy();

  socket.setTimeout(idle);
  socket.setNoDelay(true);
  socket.on("data", read).on("end", end).on("timeout", giveUp);
  socket.on("error", ignore).on("close", () => clearTimeout(late));
}

/** A connection that breaks is gone; there is nobody to tell. */
export const ignore = (): void => undefined;

type Written = { second: number; bytes: Buffer };
const written = new WeakMap<ReaderAnswer, Written>();

/** An answer as it goes over the wire, with the date of this second (RFC 9110, 6.6.1). */
function bytesOf(answer: ReaderAnswer): Buffer {
  const second = Math.floor(Date.now() / 1000);
  const known = written.get(answer);
  if (known?.second === second) return known.bytes;
  const lines = [`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ""}`];
  answer.headers.forEach((name, at) => {
    if (at % 2 === 0) lines.push(`${name}: ${answer.headers[at + 1] ?? ""}`);
  });
  // A message whose length nobody tells would end only with its connection (RFC 9112, 6.3).
  const isTold = answer.status === 304 || answer.headers.includes("content-length");
  if (!isTold) lines.push(`Content-Length: ${answer.body?.byteLength ?? 0}`);
  lines.push(`Date: ${new Date(second * 1000).toUTCString()}`, "Connection: keep-alive");
  lines.push(`Keep-Alive: timeout=${idle / 1000}`, "", "");
  const bytes = Buffer.concat([Buffer.from(lines.join("\r\n"), "latin1"), answer.body ?? new Uint8Array()]);
  written.set(answer, { second, bytes });
  return bytes;
}
