import { Agent, request, type RequestOptions } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { inAscii } from "@/domain/publishing/address";
import { fail, ok, type Result } from "@/domain/result";
import { makeComplain } from "@/server/queries/complain";
import { hearOfPages } from "@/server/queries/page-news";
import { answerTarget } from "./answer";

/** The caches that stand before the product, from `PURGE_CACHES`: addresses such as `http://10.0.0.2`, with commas between. */
export function cachesIn(setting: string | undefined): Result<URL[], string> {
  const caches: URL[] = [];
  for (const address of (setting ?? "").split(",").map((piece) => piece.trim())) {
    if (address === "") continue;
    const url = URL.parse(address);
    if (url?.protocol !== "http:" || url.href !== `${url.origin}/`)
      return fail(`PURGE_CACHES says “${address}”: it has to be an address such as http://10.0.0.2:80`);
    caches.push(url);
  }
  return ok(caches);
}

/** Has each of the caches forget every page that is written or taken away; `host` is the site's. Answers how to stop. */
export function startPurging(caches: readonly URL[], host: string): Promise<() => void> {
  const complain = makeComplain();
  const purges = caches.map((cache) => purgeOf(cache, host, complain));
  return hearOfPages((path) => {
    for (const purge of purges) purge(path);
  });
}

/** Every form that a page is kept in: caches that keep each under a key of its own have to be asked for each. */
const forms = ["br", "gzip", "identity"];
const mostAtOnce = 8;
const patience = 2_000;

/**
 * Answers what has a cache forget a path (PURGE, as Varnish and nginx know it). A path that waits already is asked for
 * once; what a cache does not do is told to `complain`, and the cache's own second ends what it kept.
 */
function purgeOf(cache: URL, host: string, complain: (words: string) => void): (path: string) => void {
  const agent = new Agent({ keepAlive: true, maxSockets: mostAtOnce });
  const waiting = new Set<string>();
  let asking = 0;
  const next = () => {
    for (const path of waiting) {
      if (asking === mostAtOnce) return;
      waiting.delete(path);
      asking += 1;
      Promise.all(forms.map((form) => renew(cache, agent, { path, host, form })))
        .catch((error: Error) => complain(`The cache at ${cache.origin} did not forget ${path}: ${error.message}`))
        .finally(() => {
          asking -= 1;
          next();
        });
    }
  };
  return (path) => {
    waiting.add(path);
    next();
  };
}

/**
 * What a cache had and forgot is fetched by it anew, so that it still has a page to show should the product go away. It may
 * have reached a process that had not heard yet, so it is asked again until it shows what we know to be the page.
 */
async function renew(
  cache: URL,
  agent: Agent,
  { path, host, form }: Record<"path" | "host" | "form", string>,
): Promise<void> {
  const headers = { host, "accept-encoding": form };
  const options = { path: inAscii(path), headers, agent, timeout: patience };
  for (let tries = 0; tries < mostTries; tries++) {
    const { status } = await ask(cache, { ...options, method: "PURGE" });
    if (hadNothing.includes(status)) return;
    if (status !== 200) throw new Error(`it answered ${status}`);
    const { etag } = await ask(cache, { ...options, method: "GET" });
    if (etag === (await ownEtag(options.path, form))) return;
    await pause(20 * (tries + 1));
  }
  throw new Error("it goes on showing what it had");
}

const hadNothing = [404, 412];
const mostTries = 5;

async function ownEtag(target: string, acceptEncoding: string): Promise<string | undefined> {
  const { headers } = await answerTarget({ method: "HEAD", target, acceptEncoding, ifNoneMatch: null });
  const at = headers.indexOf("etag");
  return at === -1 ? undefined : headers[at + 1];
}

function ask(cache: URL, options: RequestOptions): Promise<{ status: number; etag: string | undefined }> {
  return new Promise((done, failed) => {
    const asked = request(cache, options, (answer) => {
      answer.resume();
      answer.on("close", () => done({ status: answer.statusCode ?? 0, etag: answer.headers.etag }));
    });
    asked.on("timeout", () => asked.destroy(new Error("it did not answer in time")));
    asked.on("error", failed);
    asked.end();
  });
}
