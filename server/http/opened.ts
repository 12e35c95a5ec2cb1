import type { Socket } from "node:net";
import { fail, ok, type Result } from "@/domain/result";
import type { Cause } from "./cause";
import { causeOf } from "./failure";

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
