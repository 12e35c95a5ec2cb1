import type { Duplex } from "node:stream";
import { bearing } from "@/server/queries/bearing";

const statuses: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
};

/** Answers what cannot be read as HTTP, or came too slowly, and ends the connection: nothing after it can be trusted. */
export function answerUnreadable(error: { code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const lines = [
    `HTTP/1.1 ${statuses[error.code ?? ""] ?? "400 Bad Request"}`,
    "connection: close",
    "content-length: 0",
  ];
  const told = bearing();
  for (let at = 0; at < told.length; at += 2) lines.push(`${told[at]}: ${told[at + 1]}`);
  socket.end(`${[...lines, "cache-control: no-store"].join("\r\n")}\r\n\r\n`);
}
