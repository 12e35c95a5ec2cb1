import { connect } from "node:net";
import { connectPublicly } from "@/server/http/connect";
import { makeGuardedFetch } from "@/server/http/make-guarded-fetch";
import { makeResolve } from "@/server/http/resolve";
import { startNameServer } from "@/server/testing/internet/name-server";
import { allWaysTo, type Vector } from "./vectors";

/**
 * Tries every way to these addresses with the product's own connector and resolver: `attack.ts MODE ADDRESS …`. In the
 * mode `openly` it connects to them as any program can, to show that they are there. Says in JSON what came of it.
 */
const [mode, ...addresses] = process.argv.slice(2);
console.log(JSON.stringify(mode === "openly" ? await openly() : await guarded()));
process.exit(0);

async function openly(): Promise<{ reached: number }> {
  let reached = 0;
  for (const host of addresses)
    for (const port of [80, 443]) {
      const read = await new Promise((resolve) => {
        const socket = connect({ host, port, timeout: 2_000 });
        socket
          .on("data", () => resolve(true))
          .on("error", () => resolve(false))
          .on("timeout", () => resolve(false));
      });
      if (read === true) reached++;
    }
  return { reached };
}

async function guarded(): Promise<{ tried: number; kinds: Record<string, number> }> {
  let zone: Vector["zone"] = () => [];
  const lookups = new Map<string, number>();
  const names = await startNameServer((name, type) => {
    const lookup = lookups.get(name + type) ?? 0;
    lookups.set(name + type, lookup + 1);
    return { addresses: zone(name, lookup) };
  });
  const resolve = makeResolve([`127.0.0.1:${names.port}`]);
  const fetch = makeGuardedFetch({ resolve, connect: connectPublicly, ports: new Set([80, 443]), agent: "Imprimatur" });
  const kinds: Record<string, number> = {};
  let tried = 0;
  for (const vector of addresses.flatMap((address) => [...allWaysTo(address)])) {
    zone = vector.zone;
    lookups.clear();
    const answer = await fetch(vector.url, { timeout: 3_000 });
    const kind = answer.ok ? "an answer" : answer.error.kind;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    tried++;
  }
  return { tried, kinds };
}
