import { createServer, type Server, type Socket } from "node:net";
import { answerTarget } from "./answer";
import { forward } from "./forwarded";
import { isOwnPath } from "./own-paths";
import { answerSwiftly } from "./swift";

/**
 * The server that readers reach: it answers their plain requests, and joins every other connection to the HTTP server at
 * `behind`, a socket's path. Whoever closes at one end is closed at the other.
 */
export function makeReaders(behind: string): Server {
  const swift = {
    answer: (asked: Parameters<typeof answerTarget>[0]) => (isOwnPath(asked.target) ? null : answerTarget(asked)),
    handOver: (socket: Socket, said: Buffer) => forward(socket, behind, said),
  };
  // A reader may have said all and still listen (RFC 9112, 9.6).
  return createServer({ allowHalfOpen: true }, (socket) => answerSwiftly(socket, swift));
}
