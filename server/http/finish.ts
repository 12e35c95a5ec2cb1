import { fail, ok, type Result } from "@/domain/result";
import type { Answer } from "./ask";
import { readBody, tooLarge } from "./body";
import type { Cause } from "./cause";
import type { Fetched, FetchOptions } from "./fetch";
import { isAccepted } from "./media-type";

/** Takes in the answer at the end of the way: its declared type and length are looked at before its body is read. */
export async function finish(
  { status, headers, body, end }: Answer,
  { method = "GET", accept = [] }: FetchOptions,
  size: number,
  signal: AbortSignal,
): Promise<Result<Pick<Fetched, "status" | "headers" | "body">, Cause>> {
  try {
    if (status >= 200 && status < 300 && status !== 204 && !isAccepted(headers["content-type"], accept))
      return fail({
        kind: "wrong-type",
        reason: `The answer is ${headers["content-type"]?.slice(0, 80) ?? "of no type"}.`,
      });
    if (method === "HEAD" || status === 204 || status === 304) return ok({ status, headers, body: new Uint8Array() });
    if (Number(headers["content-length"] ?? 0) > size) return fail(tooLarge(size));
    const read = await readBody(body, headers["content-encoding"] ?? "", size, signal);
    return read.ok ? ok({ status, headers, body: read.value }) : read;
  } finally {
    end();
  }
}
