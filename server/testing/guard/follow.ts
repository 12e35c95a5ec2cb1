import { ok } from "@/domain/result";
import type { Target } from "@/server/http/connect";
import type { Fetched, FetchFailure } from "@/server/http/fetch";
import { makeGuardedFetch } from "@/server/http/make-guarded-fetch";
import type { Result } from "@/domain/result";
import { hopping, memorySocket } from "./memory-socket";
import type { Vector } from "./vectors";

/** Follows an address with a guard whose connections end in memory: where it would have connected to, and what came of it. */
export async function follow({
  url,
  zone,
}: Pick<Vector, "url" | "zone">): Promise<{ targets: Target[]; answer: Result<Fetched, FetchFailure> }> {
  const targets: Target[] = [];
  const lookups = new Map<string, number>();
  const fetch = makeGuardedFetch({
    resolve: async (host) => {
      const lookup = lookups.get(host) ?? 0;
      lookups.set(host, lookup + 1);
      return ok(zone(host, lookup));
    },
    connect: async (target) => {
      targets.push(target);
      return ok(memorySocket(hopping));
    },
    ports: new Set([80, 443]),
    agent: "Imprimatur",
  });
  return { targets, answer: await fetch(url) };
}
