import { connect as dial } from "node:net";
import { ok } from "@/domain/result";
import type { Connect } from "@/server/http/connect";
import { type Ground, makeGuardedFetch } from "@/server/http/make-guarded-fetch";
import { opened } from "@/server/http/opened";
import { makeResolve } from "@/server/http/resolve";
import { startNameServer } from "@/server/testing/internet/name-server";
import { isInside } from "./is-inside";
import { hopping, memorySocket } from "./memory-socket";
import { harmless } from "./vectors";

/** What many names that change their addresses led to; `outside` are connections that ended in memory. */
export type Outcome = { outside: number; queries: number; failures: Record<string, number> };

/**
 * Lets a guard fetch from names whose DNS changes its mind from one question to the next: public, private, both, or an
 * alias of a name inside. Connections inside are made in earnest, so that a canary there would count them.
 */
export async function rebind(trials: number, port: number): Promise<Outcome> {
  const fate = fates();
  let queries = 0;
  const names = await startNameServer((name, type) => {
    queries++;
    return fate(name, type);
  });
  const outcome: Outcome = { outside: 0, queries: 0, failures: {} };
  const connect: Connect = async (target, signal) => {
    if (isInside(target.address))
      return opened(dial({ host: target.address, port: target.port, signal }), "connect", "refused");
    outcome.outside++;
    return ok(memorySocket(hopping));
  };
  const ground: Ground = {
    resolve: makeResolve([`127.0.0.1:${names.port}`]),
    connect,
    ports: new Set([80, port]),
    agent: "x",
  };
  const fetch = makeGuardedFetch(ground);
  for (let trial = 0; trial < trials; trial += batch)
    await Promise.all(
      Array.from({ length: Math.min(batch, trials - trial) }, async (_, at) => {
        const host = `${trial + at}.rebound.example:${port}`;
        const answer = await fetch(`http://${host}/hops/${(trial + at) % 5}?${encodeURIComponent(`http://${host}/`)}`);
        const kind = answer.ok ? "none" : answer.error.kind;
        outcome.failures[kind] = (outcome.failures[kind] ?? 0) + 1;
      }),
    );
  await names.close();
  return { ...outcome, queries };
}

const batch = 20;

/** What a name stands for at this question; drawn by a generator that always draws the same (xorshift). */
export function fates() {
  let state = 2_463_534_242;
  const draw = (count: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % count;
  };
  return (_: string, type: "A" | "AAAA"): { addresses: readonly string[]; alias?: string } => {
    const inside = type === "A" ? "127.0.0.1" : draw(2) === 0 ? "::1" : "::ffff:127.0.0.1";
    const outside = type === "A" ? harmless : "2606:2800:21f:cb07:6820:80da:af6b:8b2c";
    const choices = [
      { addresses: [outside] },
      { addresses: [outside] },
      { addresses: [outside] },
      { addresses: [inside] },
      { addresses: [outside, inside] },
      { addresses: [inside, outside] },
      { addresses: [] },
      { addresses: [inside], alias: "router.internal" },
      { addresses: [], alias: "localhost" },
    ];
    return choices[type === "A" ? draw(choices.length) : draw(3) === 0 ? draw(choices.length) : 6] ?? { addresses: [] };
  };
}
