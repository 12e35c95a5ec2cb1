import type { Socket } from "node:net";
import { Duplex } from "node:stream";

/** A connection that ends in memory: what is asked goes to `answer`, head and all, and what that says comes back. */
export function memorySocket(answer: (head: string) => string): Socket {
  let head = "";
  const socket = new Duplex({
    read: () => {},
    write: (chunk, _, done) => {
      head += chunk;
      done();
      if (!head.endsWith("\r\n\r\n")) return;
      // Not inside of the write: no server answers that soon, and the client does not expect it.
      setImmediate(() => {
        socket.push(answer(head));
        socket.push(null);
      });
    },
  });
  return socket as unknown as Socket;
}

/** The answers behind every public address: /hops/3?ADDRESS sends on three times and the last time to that address. */
export function hopping(head: string): string {
  const path = /^GET (\S+) /.exec(head)?.[1] ?? "";
  const [, left = "", target = ""] = /^\/hops\/(\d+)\?(.*)$/.exec(path) ?? [];
  if (left === "") return "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 2\r\n\r\nok";
  const location = Number(left) > 1 ? `/hops/${Number(left) - 1}?${target}` : decodeURIComponent(target);
  return `HTTP/1.1 302 Found\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`;
}
