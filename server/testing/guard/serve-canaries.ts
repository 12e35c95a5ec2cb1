import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { startCanaries } from "./canaries";
import { harmless } from "./vectors";

/**
 * Canaries on these addresses, ports 80 and 443, and one site at a public address that sends on wherever it is asked to.
 * Each line that it reads is answered by one of JSON: who has been visited since the last.
 */
const addresses = process.argv.slice(2);
const canaries = [await startCanaries(addresses, 80), await startCanaries(addresses, 443)];
let sentOn = 0;
const site = createServer((request, response) => {
  sentOn++;
  const [, left = "", target = ""] = /^\/hops\/(\d+)\?(.*)$/.exec(request.url ?? "") ?? [];
  const location = Number(left) > 1 ? `/hops/${Number(left) - 1}?${target}` : decodeURIComponent(target);
  response.writeHead(left === "" ? 200 : 302, left === "" ? {} : { location }).end();
});
await new Promise<void>((resolve) => site.listen(80, harmless, resolve));
console.log("ready");
for await (const _ of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify({ canaries: canaries.flatMap(({ visits }) => visits.splice(0)), site: sentOn }));
  sentOn = 0;
}
process.exit(0);
