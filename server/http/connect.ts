import { connect as dial, type Socket } from "node:net";
import { connect as secure } from "node:tls";
import { fail, ok, type Result } from "@/domain/result";
import type { Cause } from "./cause";
import { causeOf } from "./failure";
import { isPublicAddress } from "./public-address";

/** Where to connect: an address that was checked, and the host whose certificate is expected there. */
export type Target = { address: string; port: number; host: string; secure: boolean };

/** Opens a connection to just that address, or says why there is none. */
export type Connect = (target: Target, signal: AbortSignal) => Promise<Result<Socket, Cause>>;

/** The product's connector: TCP to the literal address, its remote end looked at again, then TLS if asked for. */
export const connectPublicly: Connect = async (target, signal) => {
  const plain = await opened(dial({ host: target.address, port: target.port, signal }), "connect", "refused");
  if (!plain.ok) return plain;
  const socket = plain.value;
  const wrong = strayed(socket.remoteAddress, target.address);
  if (wrong !== null) {
    socket.destroy();
    return fail({ kind: "unsafe", reason: wrong });
  }
  if (!target.secure) return plain;
  const servername = target.host === target.address ? "" : target.host.replace(/\.$/, "");
  const stop = () => socket.destroy();
  signal.addEventListener("abort", stop, { once: true });
  const answer = await opened(
    secure({ socket, servername, host: target.host, ALPNProtocols: ["http/1.1"] }),
    "secureConnect",
    "tls",
  );
  signal.removeEventListener("abort", stop);
  return answer;
};

/** What is wrong with the end that a socket really reached; null if it is the public address that was meant. */
export function strayed(remote: string | undefined, meant: string): string | null {
  if (remote === undefined) return "The connection was lost before its other end could be checked.";
  if (remote !== meant && !sameV6(remote, meant)) return `The connection went to ${remote} instead of ${meant}.`;
  return isPublicAddress(remote) ? null : `The connection went to ${remote}, which is not public.`;
}

/** One IPv6 address can be written in several ways. */
const sameV6 = (a: string, b: string): boolean =>
  a.includes(":") && b.includes(":") && new URL(`http://[${a}]`).hostname === new URL(`http://[${b}]`).hostname;

/** Waits for a socket to be ready. Its errors stay heard afterwards, for one between two listeners would end the process. */
export function opened(socket: Socket, ready: string, kind: "refused" | "tls"): Promise<Result<Socket, Cause>> {
  return new Promise((resolve) => {
    socket.setNoDelay(true);
    socket.once(ready, () => resolve(ok(socket)));
    socket.on("error", (error) => {
      socket.destroy();
      resolve(fail(causeOf(error, kind)));
    });
    socket.once("close", () => resolve(fail({ kind, reason: "The connection was closed as soon as it was opened." })));
  });
}
