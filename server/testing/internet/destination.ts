import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Takes a connection's first line off, if it is one of the PROXY protocol in which the test connector says which port
 * it meant, and hands the connection on to the web server. One without that line is taken for plain http.
 */
export function admit(socket: Socket, web: Server): void {
  let bytes = Buffer.alloc(0);
  const read = (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    const end = bytes.indexOf("\n");
    const proxied = bytes.subarray(0, 6).toString() === "PROXY ";
    if (proxied && end < 0) return;
    socket.off("data", read);
    socket.pause();
    const line = proxied ? bytes.subarray(0, end).toString("latin1").trim() : "";
    schemes.set(socket, line.endsWith(" 443") ? "https:" : "http:");
    const rest = bytes.subarray(proxied ? end + 1 : 0);
    if (rest.length > 0) socket.unshift(rest);
    web.emit("connection", socket);
    socket.resume();
  };
  socket.on("data", read);
}

/** How the address began that this connection was opened for. */
export const schemeOf = (socket: Socket): "http:" | "https:" => schemes.get(socket) ?? "http:";

const schemes = new WeakMap<Socket, "http:" | "https:">();
