import { Agent, get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

const between = 4;
const patience = 15_000;
/** So often a page is asked for again after it was new, to see that it stays so. */
const again = 4;

/**
 * Reads a page of one process over one connection every few milliseconds until it is what it is to become. `seen` is the
 * moment (performance.now) when its answer was there; it is refused when the old page comes back afterwards.
 */
export function watch(url, path, isNew) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const seen = (async () => {
    const begun = performance.now();
    try {
      let first = null;
      for (let after = 0; after < again; after += first === null ? 0 : 1) {
        const { status, text } = await read(url + path, agent);
        if (isNew(status, text)) first ??= performance.now();
        else if (first !== null) throw new Error(`${path} was shown and then the one before again`);
        if (first === null && performance.now() - begun > patience) throw new Error(`${path} was not seen (${status})`);
        await pause(between);
      }
      return first;
    } finally {
      agent.destroy();
    }
  })();
  // Whoever waits for it hears of it; nobody does while the command itself fails.
  seen.catch(() => undefined);
  return seen;
}

function read(url, agent) {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { "accept-encoding": "identity" } }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode, text: Buffer.concat(parts).toString("utf8") }));
      answer.on("error", reject);
    }).on("error", reject);
  });
}
