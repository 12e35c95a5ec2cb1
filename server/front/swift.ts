import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { ReaderAnswer } from "@/server/queries/reader-answer";
import { type PlainRequest, readPlainRequest } from "./plain-request";

/** Idle connections are closed after this many milliseconds, as the server itself does. */
const idle = 65_000;

/**
 * Answers the plainest requests of a server before HTTP is parsed in full: while each chunk of a connection is one plain
 * request that `answer` knows by heart, its bytes are written at once. With the first that is not, the connection and all
 * that it says from then on is the server's own.
 */
export function answerSwiftly(server: Server, answer: (asked: PlainRequest) => ReaderAnswer | null): void {
  const takers = server.listeners("connection");
  server.removeAllListeners("connection");
  const waiting = new Set<Socket>();
  server.on("close", () => {
    for (const socket of waiting) socket.destroy();
  });

  server.on("connection", (socket: Socket) => {
    waiting.add(socket);
    const leave = () => waiting.delete(socket);
    const handOver = (chunk: Buffer) => {
      leave();
      socket.off("data", read).off("close", leave).off("error", ignore).off("timeout", end);
      socket.setTimeout(0);
      socket.pause();
      socket.unshift(chunk);
      for (const take of takers) Reflect.apply(take, server, [socket]);
      socket.resume();
    };
    const read = (chunk: Buffer) => {
      const asked = server.listening ? readPlainRequest(chunk) : null;
      const known = asked && answer(asked);
      if (!asked || !known) handOver(chunk);
      else if (!socket.write(bytesOf(known))) {
        // A reader who takes slowly is not asked for more until what was sent is gone.
        socket.pause();
        socket.once("drain", () => socket.resume());
      }
    };
    const end = () => socket.destroy();
    socket.setTimeout(idle);
    socket.setNoDelay(true);
    socket.on("data", read).on("close", leave).on("error", ignore).on("timeout", end);
  });
}

/** A connection that breaks is gone; there is nobody to tell. */
const ignore = (): void => undefined;

type Written = { second: number; bytes: Buffer };
const written = new WeakMap<ReaderAnswer, Written>();

/** An answer as it goes over the wire, with the date of this second (RFC 9110, 6.6.1). */
function bytesOf(answer: ReaderAnswer): Buffer {
  const second = Math.floor(Date.now() / 1000);
  const known = written.get(answer);
  if (known?.second === second) return known.bytes;
  const lines = [`HTTP/1.1 ${answer.status} ${phrases[answer.status] ?? ""}`];
  answer.headers.forEach((name, at) => {
    if (at % 2 === 0) lines.push(`${name}: ${answer.headers[at + 1] ?? ""}`);
  });
  lines.push(`Date: ${new Date(second * 1000).toUTCString()}`, "Connection: keep-alive");
  lines.push(`Keep-Alive: timeout=${idle / 1000}`, "", "");
  const bytes = Buffer.concat([Buffer.from(lines.join("\r\n"), "latin1"), answer.body ?? new Uint8Array()]);
  written.set(answer, { second, bytes });
  return bytes;
}

const phrases: Readonly<Record<number, string>> = {
  200: "OK",
  304: "Not Modified",
  404: "Not Found",
  410: "Gone",
};
