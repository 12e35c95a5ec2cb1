import type { Socket } from "node:net";
import type { Readable } from "node:stream";
import { Client } from "undici";
import { fail, ok, type Result } from "@/domain/result";
import type { Cause } from "./cause";
import { causeOf } from "./failure";
import { answerHeaders } from "./headers";

/** The head of an answer and the stream of its body; `end` lets go of the connection and has to be called. */
export type Answer = { status: number; headers: Record<string, string>; body: Readable; end: () => void };

/**
 * Asks once, over a connection that is open already: the client can make none of its own, so nothing is looked up or
 * connected to a second time.
 */
export async function ask(
  socket: Socket,
  request: { method: "GET" | "HEAD"; path: string; headers: Record<string, string> },
  signal: AbortSignal,
): Promise<Result<Answer, Cause>> {
  let left: Socket | null = socket;
  const client = new Client("http://checked.invalid", {
    // Not at once: the client starts no request while it is still inside of this call.
    connect: (_, callback) =>
      queueMicrotask(() => {
        const mine = left;
        left = null;
        if (mine === null || mine.destroyed) callback(new Error("The connection is gone."), null);
        else callback(null, mine);
      }),
    pipelining: 1,
    maxHeaderSize: headerBytes,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const end = () => {
    client.destroy().catch(() => {});
    socket.destroy();
  };
  try {
    const { statusCode, headers, body } = await client.request({ ...request, signal, responseHeaders: "raw" });
    body.on("error", () => {});
    return ok({ status: statusCode, headers: answerHeaders(headers as unknown as string[]), body, end });
  } catch (error) {
    end();
    return fail(causeOf(error, "network"));
  }
}

const headerBytes = 64 * 1024;
