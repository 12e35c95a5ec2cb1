import { fail, type Result } from "@/domain/result";
import { addressesOf } from "./addresses";
import { type Answer, ask } from "./ask";
import type { Cause } from "./cause";
import type { Connect } from "./connect";
import { connectToFirst } from "./connect-to-first";
import { underDeadline } from "./deadline";
import type { Fetch, Fetched, FetchOptions } from "./fetch";
import { finish } from "./finish";
import { type Admitted, gate } from "./gate";
import { requestHeaders } from "./headers";
import { nextHop } from "./next-hop";
import type { Resolve } from "./resolve";

/** What a guarded fetch stands on: how names are looked up, connections opened, which ports it uses, who it says it is. */
export type Ground = { resolve: Resolve; connect: Connect; ports: ReadonlySet<number>; agent: string };

/** The most that anybody may ask for: milliseconds, bytes of a body, redirects. */
export const caps = { timeout: 10_000, size: 2 * 1024 * 1024, hops: 5 } as const;

/**
 * Makes the one way out. Each hop goes through the same gate, is looked up once, and is connected to at the address
 * that was checked. It never throws: every failure is a value with a name.
 */
export function makeGuardedFetch(ground: Ground): Fetch {
  return async (url, options = {}) => {
    const way: Way = { start: performance.now(), url, redirects: [], status: null };
    const timeout = within(options.timeout, caps.timeout);
    const answer = await underDeadline(timeout, options.signal, (signal) => follow(ground, way, options, signal));
    if (answer.ok) return answer;
    return fail({ ...answer.error, url: way.url, ...(way.status === null ? {} : { status: way.status }) });
  };
}

/** How far a request has come; `status` is the one of the hop that it is at. */
type Way = { start: number; url: string; redirects: { status: number; location: string }[]; status: number | null };

async function follow(
  ground: Ground,
  way: Way,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Result<Fetched, Cause>> {
  const hops = within(options.hops, caps.hops);
  let admitted = gate(way.url, ground.ports);
  for (;;) {
    if (!admitted.ok) return admitted;
    const { url } = admitted.value;
    way.url = url.href;
    way.status = null;
    const head = await hop(ground, admitted.value, options, signal);
    if (!head.ok) return head;
    way.status = head.value.status;
    const next = nextHop(head.value, url);
    if (next === null) {
      const body = await finish(head.value, options, within(options.size, caps.size), signal);
      const { start, redirects } = way;
      return body.ok
        ? { ok: true, value: { ...body.value, url: url.href, redirects, durationMs: performance.now() - start } }
        : body;
    }
    head.value.end();
    if (!next.ok) return next;
    if (way.redirects.length >= hops)
      return fail({ kind: "too-many-redirects", reason: `It was sent on more than ${hops} times.` });
    way.redirects.push({ status: head.value.status, location: next.value });
    admitted = gate(next.value, ground.ports);
    if (!admitted.ok && admitted.error.kind === "bad-url") return fail({ ...admitted.error, kind: "bad-redirect" });
  }
}

async function hop(
  ground: Ground,
  admitted: Admitted,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Result<Answer, Cause>> {
  const addresses = await addressesOf(admitted, ground.resolve, signal);
  if (!addresses.ok) return addresses;
  const { url, host, port, secure } = admitted;
  const socket = await connectToFirst(addresses.value, { port, host, secure }, ground.connect, signal);
  if (!socket.ok) return socket;
  const request = {
    method: options.method ?? "GET",
    path: url.pathname + url.search,
    headers: requestHeaders(url.host, ground.agent, options),
  };
  return ask(socket.value, request, signal);
}

/** A wish inside its cap; what is no number, or below zero, is no wish. */
const within = (wish: number | undefined, cap: number): number =>
  wish !== undefined && wish >= 0 ? Math.min(wish, cap) : cap;
