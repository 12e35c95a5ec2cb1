import { fail, ok } from "@/domain/result";
import type { Fetch, FetchFailure } from "@/server/http/fetch";
import type { Site } from "./site";

/** What was asked of the fake internet, in order. */
export type Asked = { url: string; headers: Readonly<Record<string, string>> };

/**
 * A `Fetch` over fake sites without a network: hosts that are not there cannot be found, a delay longer than the time
 * allowed is a time-out at once, types and sizes are judged, redirects followed. `asked` fills with what was asked.
 */
export function fetchFrom(sites: readonly Site[], asked: Asked[] = []): Fetch {
  const go: Fetch = async (address, options = {}) => {
    const redirects: { status: number; location: string }[] = [];
    let url = address;
    const failed = (kind: FetchFailure["kind"], reason: string) => fail({ kind, reason, url });
    for (let hop = 0; hop <= (options.hops ?? 5); hop++) {
      if (options.signal?.aborted) return failed("aborted", "It was given up.");
      const target = URL.canParse(url) ? new URL(url) : null;
      if (!target) return failed("bad-url", "This is no web address.");
      const headers = { ...options.headers, ...(options.accept ? { accept: options.accept.join(", ") } : {}) };
      asked.push({ url, headers });
      const site = sites.find(({ host }) => host === target.host);
      if (!site) return failed("dns", "There is no such host.");
      const answer = await site.answer({ method: options.method ?? "GET", url: target, headers });
      if ((answer.delayMs ?? 0) > (options.timeout ?? 10_000)) return failed("timeout", "It took too long to answer.");
      const status = answer.status ?? 200;
      const told = Object.fromEntries(
        Object.entries(answer.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const location = told["location"];
      if (status >= 300 && status < 400 && location) {
        redirects.push({ status, location });
        url = new URL(location, url).href;
        continue;
      }
      const body =
        typeof answer.body === "string" ? new TextEncoder().encode(answer.body) : (answer.body ?? new Uint8Array());
      if (body.length > (options.size ?? 2_000_000)) return failed("too-large", "The answer is larger than allowed.");
      const type = (told["content-type"] ?? "").split(";")[0]?.trim() ?? "";
      if (status < 300 && options.accept?.length && !options.accept.includes(type))
        return failed("wrong-type", `It answered ${type}.`);
      return ok({ status, headers: told, body, url, redirects, durationMs: 1 });
    }
    return failed("too-many-redirects", "It went round in circles.");
  };
  return go;
}
