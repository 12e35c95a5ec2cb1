import { connect as dial, type Socket } from "node:net";
import { fail, type Result } from "@/domain/result";
import type { Cause } from "./cause";
import { opened } from "./opened";
import { isPublicAddress } from "./public-address";
import { secured } from "./secured";

/** Where to connect: an address that was checked, and the host whose certificate is expected there. */
export type Target = { address: string; port: number; host: string; secure: boolean };

/** Opens a connection to just that address, or says why there is none. */
export type Connect = (target: Target, signal: AbortSignal) => Promise<Result<Socket, Cause>>;

/**
 * The product's connector: TCP to the literal address, its remote end looked at again, then TLS if asked for. An address
 * that is not public is refused here once more, whoever let it through.
 */
export const connectPublicly: Connect = async (target, signal) => {
  if (!isPublicAddress(target.address)) return fail({ kind: "unsafe", reason: `${target.address} is not public.` });
  const plain = await opened(dial({ host: target.address, port: target.port, signal }), "connect", "refused");
  if (!plain.ok) return plain;
  const socket = plain.value;
  const wrong = strayed(socket.remoteAddress, target.address);
  if (wrong !== null) {
    socket.destroy();
    return fail(wrong);
  }
  return target.secure ? secured(socket, target.host, signal) : plain;
};

/** What is wrong with the end that a socket really reached; null if it is the public address that was meant. */
export function strayed(remote: string | undefined, meant: string): Cause | null {
  if (remote === undefined)
    return { kind: "network", reason: "The connection was lost before its other end could be checked." };
  if (canonical(remote) !== canonical(meant))
    return { kind: "unsafe", reason: `The connection went to ${remote} instead of ${meant}.` };
  return isPublicAddress(remote)
    ? null
    : { kind: "unsafe", reason: `The connection went to ${remote}, which is not public.` };
}

/** One IPv6 address can be written in several ways. */
const canonical = (address: string): string =>
  URL.canParse(`http://[${address}]`) ? new URL(`http://[${address}]`).hostname : address;
