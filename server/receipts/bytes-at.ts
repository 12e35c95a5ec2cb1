import { readFile, stat } from "node:fs/promises";
import { get } from "node:http";
import { fail, ok, type Result } from "@/domain/result";
import { guardedFetch } from "@/server/http/guarded-fetch";

/** More than any receipt or edition has. */
const largest = 20 * 1024 * 1024;

/**
 * The bytes of a file, or of what an address answers: fetched as the product fetches everything, from public addresses
 * only. `loopback` lets addresses of this very machine in besides, for a site that is only tried out.
 */
export async function bytesAt(place: string, loopback: boolean): Promise<Result<Uint8Array, string>> {
  if (!/^https?:\/\//i.test(place)) return fromFile(place);
  if (loopback && isLoopback(place)) return fromLoopback(place);
  const answer = await guardedFetch(place);
  if (!answer.ok) return fail(`${place} cannot be fetched: ${answer.error.reason}`);
  return answer.value.status === 200
    ? ok(answer.value.body)
    : fail(`${place} answers ${answer.value.status} instead of a file.`);
}

async function fromFile(path: string): Promise<Result<Uint8Array, string>> {
  try {
    const { size } = await stat(path);
    return size > largest ? fail(`${path} is larger than 20 MB.`) : ok(await readFile(path));
  } catch {
    return fail(`${path} cannot be read.`);
  }
}

const isLoopback = (address: string): boolean =>
  URL.canParse(address) && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname);

function fromLoopback(address: string): Promise<Result<Uint8Array, string>> {
  const url = new URL(address);
  if (url.protocol !== "http:") return Promise.resolve(fail(`${address}: of this machine only http is read.`));
  // The name is not looked up: what is connected to is this machine, whatever a resolver says.
  const host = url.hostname === "[::1]" ? "::1" : url.hostname === "localhost" ? "127.0.0.1" : url.hostname;
  return new Promise((resolve) => {
    const request = get({ host, port: url.port || 80, path: url.pathname + url.search, timeout: 10_000 }, (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > largest) request.destroy(new Error("it is larger than 20 MB"));
        else chunks.push(chunk);
      });
      answer.on("end", () =>
        resolve(
          answer.statusCode === 200
            ? ok(Buffer.concat(chunks))
            : fail(`${address} answers ${answer.statusCode ?? "nothing"} instead of a file.`),
        ),
      );
    });
    request.on("timeout", () => request.destroy(new Error("nothing came for ten seconds")));
    request.on("error", (error) => resolve(fail(`${address} cannot be fetched: ${error.message}.`)));
  });
}
