import type { Server } from "node:http";
import { connect, type Socket } from "node:net";
import { ignore } from "./swift";

/** The longest first line that the PROXY protocol allows, version 1. */
const longestLine = 107;

/** The line that tells, before anything else on a connection, whose it is (PROXY protocol, version 1). */
function proxyLine({ remoteAddress, remotePort, localAddress, localPort, remoteFamily }: Socket): string {
  if (!remoteAddress || !localAddress) return "PROXY UNKNOWN\r\n";
  const family = remoteFamily === "IPv6" ? "TCP6" : "TCP4";
  return `PROXY ${family} ${remoteAddress} ${localAddress} ${remotePort} ${localPort}\r\n`;
}

/** Joins a connection, and what was said on it already, to the server at a socket's path. Either end closes the other. */
export function forward(socket: Socket, behind: string, said: Buffer): void {
  const other = connect({ path: behind, allowHalfOpen: true });
  other.write(proxyLine(socket));
  other.write(said);
  socket.pipe(other);
  other.pipe(socket, { end: false });
  // What was said to the end is still sent; what broke off breaks off here too.
  other.on("end", () => socket.destroySoon());
  other.on("close", () => other.readableEnded || socket.destroy()).on("error", () => socket.destroy());
  socket.on("close", () => other.destroy());
}

/**
 * Lets a server that only our own threads can reach see its connections as they are outside: each begins with a PROXY
 * line, whose address becomes the connection's. One that begins otherwise is closed.
 */
export function acceptForwarded(server: Server): void {
  const takers = server.listeners("connection");
  server.removeAllListeners("connection");
  server.on("connection", (socket: Socket) => {
    socket.on("error", ignore);
    socket.once("data", (chunk) => {
      socket.pause();
      const end = chunk.subarray(0, longestLine).indexOf("\r\n");
      const [word, , address] = chunk.subarray(0, Math.max(end, 0)).toString("latin1").split(" ");
      if (word !== "PROXY") {
        socket.destroy();
        return;
      }
      if (address) Object.defineProperty(socket, "remoteAddress", { value: address });
      socket.unshift(chunk.subarray(end + 2));
      for (const take of takers) Reflect.apply(take, server, [socket]);
      socket.resume();
    });
  });
}
