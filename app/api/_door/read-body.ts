import { fail, ok, type Result } from "@/domain/result";

type Refused = { kind: "too-large"; message: string } | { kind: "bad-request"; message: string };

/** A body's text, read no further than the limit in bytes, whatever length the request claims. */
export async function readBody(request: Request, limit: number): Promise<Result<string, Refused>> {
  const tooLarge = fail({
    kind: "too-large" as const,
    message: `A request of this kind is at most ${inWords(limit)}.`,
  });
  if (Number(request.headers.get("content-length") ?? 0) > limit) return tooLarge;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = request.body?.getReader();
  let text = "";
  let size = 0;
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.byteLength;
      if (size > limit) {
        await reader?.cancel().catch(() => undefined);
        return tooLarge;
      }
      text += decoder.decode(part.value, { stream: true });
    }
    return ok(text + decoder.decode());
  } catch (error) {
    const message = error instanceof TypeError ? "The text is not UTF-8." : "The request ended too early.";
    return fail({ kind: "bad-request", message });
  }
}

const inWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.floor(bytes / 1024)} kB` : `${Math.floor(bytes / 1024 / 1024)} MB`;
