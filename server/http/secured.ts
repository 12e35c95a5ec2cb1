import { isIP, type Socket } from "node:net";
import { connect } from "node:tls";
import type { Result } from "@/domain/result";
import type { Cause } from "./cause";
import { opened } from "./opened";

/**
 * Puts TLS on an open connection: the certificate has to be the host's, and signed by an authority that Node knows, or
 * by `authorities` (PEM) in their place.
 */
export async function secured(
  socket: Socket,
  host: string,
  signal: AbortSignal,
  authorities?: string,
): Promise<Result<Socket, Cause>> {
  const name = host.replace(/\.$/, "");
  const stop = () => socket.destroy();
  signal.addEventListener("abort", stop, { once: true });
  const answer = await opened(
    connect({
      socket,
      host: name,
      servername: isIP(name) === 0 ? name : "",
      ALPNProtocols: ["http/1.1"],
      ...(authorities === undefined ? {} : { ca: authorities }),
    }),
    "secureConnect",
    "tls",
  );
  signal.removeEventListener("abort", stop);
  return answer;
}
