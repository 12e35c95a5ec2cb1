/** The parts of a body as they arrive; one that goes on past the limit in bytes breaks off with an error. */
export async function* bodyParts(request: Request, limit: number): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel().catch(() => undefined);
      throw new Error("the body is larger than its limit");
    }
    yield part.value;
  }
}
