import { setTimeout as pause } from "node:timers/promises";
import type { Site } from "@/server/testing/internet/site";

/** Takes its time: /head waits a minute before a word, /drip sends a byte each 50 ms without end, /late a page after 300 ms. */
export const slow: Site = {
  host: "slow.example",
  answer: ({ url }) => {
    if (url.pathname === "/drip") return { headers: { "content-type": "text/html" }, chunks: drip() };
    return { delayMs: url.pathname === "/late" ? 300 : 60_000, headers: { "content-type": "text/html" }, body: "late" };
  },
};

async function* drip(): AsyncGenerator<Uint8Array> {
  for (;;) {
    yield new Uint8Array([46]);
    await pause(50);
  }
}
