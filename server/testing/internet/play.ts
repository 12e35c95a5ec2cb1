import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Site, SiteRequest } from "./site";

/** Lets a site answer, down to its pauses and broken bytes; a site that throws hangs up. */
export async function play(site: Site | undefined, request: SiteRequest, response: ServerResponse): Promise<void> {
  response.on("error", () => {});
  try {
    if (site === undefined) throw new Error(`No site plays ${request.url.hostname}.`);
    const { status = 200, headers = {}, body = "", chunks, delayMs = 0, raw } = await site.answer(request);
    if (delayMs > 0) await pause(delayMs);
    if (raw !== undefined) return void response.socket?.end(raw);
    const length =
      chunks === undefined && status !== 304 && status !== 204 ? { "content-length": Buffer.byteLength(body) } : {};
    response.writeHead(status, { ...length, ...headers });
    if (request.method === "HEAD") return void response.end();
    if (chunks === undefined) return void response.end(body);
    for await (const chunk of chunks) {
      if (response.destroyed) return;
      if (!response.write(chunk)) await drained(response);
    }
    response.end();
  } catch {
    response.socket?.destroy();
  }
}

/** Until there is room again, or nobody is left who reads. */
const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      response.off("drain", done);
      response.off("close", done);
      resolve();
    };
    response.on("drain", done);
    response.on("close", done);
  });
