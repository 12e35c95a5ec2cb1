import { exported } from "@/server/bibliography/export";
import { formats, type WrittenFormat, writtenFormats } from "@/server/bibliography/formats";
import type { SourceRecord } from "@/domain/source/record";

/** The format that an address asks for with `?format=`, or null. */
export const formatIn = (url: URL): WrittenFormat | null =>
  writtenFormats.find((name) => name === url.searchParams.get("format")) ?? null;

/** Records as a file to keep (RFC 6266), sent as they are read. */
export function download(name: string, format: WrittenFormat, records: AsyncIterable<SourceRecord>): Response {
  const pieces = exported(format, records);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  const { mediaType, extension } = formats[format];
  return new Response(body, {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${name}.${extension}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** A list that is there already, as one that is read. */
export async function* inTurn<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}
