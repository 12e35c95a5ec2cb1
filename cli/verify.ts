import { readEventChain } from "@/server/queries/event-chain";
import type { Command } from "./command";

/** Whether history is as it was written: 0 when it is, 1 with the first broken row, 2 when called wrongly. */
export const verify: Command = { usage: "verify", summary: "check that nobody rewrote the history", run };

/** Runs `imprimatur verify` on the database of DATABASE_URL. */
export async function run(args: readonly string[]): Promise<number> {
  const url = process.env["DATABASE_URL"];
  if (args.length > 0 || !url) {
    process.stderr.write(url ? "imprimatur verify takes no arguments.\n" : "DATABASE_URL is not set.\n");
    return 2;
  }
  const chain = await readEventChain(url);
  if (chain.kind === "broken") {
    process.stderr.write(`Event ${chain.event} is broken: ${chain.why}.\n${told(chain.whole)} before it are whole.\n`);
    return 1;
  }
  process.stdout.write(`${told(chain.events)}: the history is whole.\nIts last hash is ${chain.head}.\n`);
  return 0;
}

const told = (events: number): string => (events === 1 ? "1 event" : `${events.toLocaleString("en")} events`);
