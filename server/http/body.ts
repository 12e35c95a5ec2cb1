import { type Readable, Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { fail, ok, type Result } from "@/domain/result";
import type { Cause } from "./cause";
import { causeOf } from "./failure";

/**
 * Reads a body to its end and takes off its Content-Encoding (RFC 9110, 8.4.1) as it streams. Stops at the first chunk
 * that leads over `size`, counted before and after decompression, so that a bomb is never unpacked.
 */
export async function readBody(
  stream: Readable,
  encoding: string,
  size: number,
  signal: AbortSignal,
): Promise<Result<Uint8Array, Cause>> {
  const layers = layersOf(encoding);
  if (layers === null)
    return fail({ kind: "bad-encoding", reason: `The body comes as “${encoding.slice(0, 60)}”, which is not read.` });
  const chunks: Uint8Array[] = [];
  const came = counter(size);
  const unpacked = counter(size);
  const limit = new Transform({ transform: (chunk, _, done) => done(came.add(chunk), chunk) });
  const keep = new Writable({
    write: (chunk, _, done) => {
      chunks.push(chunk);
      done(unpacked.add(chunk));
    },
  });
  try {
    const first = await peek(stream);
    if (first === null) return ok(new Uint8Array());
    await pipeline([stream, limit, ...layers.map((layer) => decoders[layer](first)), keep], { signal });
    return ok(new Uint8Array(Buffer.concat(chunks)));
  } catch (error) {
    if (came.over() || unpacked.over()) return fail(tooLarge(size));
    return fail(causeOf(error, "network"));
  }
}

/** How a body over its size is told. */
export const tooLarge = (size: number): Cause => ({
  kind: "too-large",
  reason: `The body is larger than ${size.toLocaleString("en")} bytes.`,
});

/** "deflate" is meant to be zlib's format (RFC 1950), and some servers send the bare one (RFC 1951). */
const decoders = {
  gzip: () => createGunzip(),
  "x-gzip": () => createGunzip(),
  br: () => createBrotliDecompress(),
  deflate: (first: Uint8Array) => (((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()),
};

/** The decoders in the order in which they are to be taken off; null for one that is not known, or more than two. */
function layersOf(encoding: string): (keyof typeof decoders)[] | null {
  const named = encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  const layers = named.filter((name) => name !== "" && name !== "identity").reverse();
  const known = layers.filter((name): name is keyof typeof decoders => Object.hasOwn(decoders, name));
  return known.length === layers.length && known.length <= 2 ? known : null;
}

function counter(size: number) {
  let sum = 0;
  return {
    over: () => sum > size,
    add: (chunk: Uint8Array) => {
      sum += chunk.length;
      return sum > size ? new Error("The body is over its size.") : null;
    },
  };
}

/** The first bytes, left in the stream; null if it ends without any. */
async function peek(stream: Readable): Promise<Uint8Array | null> {
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    stream.unshift(chunk);
    return chunk as Uint8Array;
  }
  return null;
}
