import { startCanaries } from "./canaries";
import { follow } from "./follow";
import { rebind } from "./rebinding";
import { harmless, vectors } from "./vectors";

/** `npx tsx server/testing/guard/trials.ts [COUNT]`: all vectors, then so many names that change their addresses, in figures. */
const outcomes: Record<string, number> = {};
let inside = 0;
let tried = 0;
for (const vector of vectors()) {
  const { targets, answer } = await follow(vector);
  const kind = answer.ok ? "an answer" : answer.error.kind;
  outcomes[kind] = (outcomes[kind] ?? 0) + 1;
  if (answer.ok || targets.some(({ address }) => address !== harmless)) inside++;
  tried++;
}
console.log(`${tried} addresses that lead inside: ${inside} got there.`, outcomes);

const count = Number(process.argv[2] ?? 1_000);
const canaries = await startCanaries(["127.0.0.1", "::1"]);
const { outside, queries, failures } = await rebind(count, canaries.port);
console.log(
  `${count} names that change their addresses, ${queries} questions to DNS: ${outside} connections outside.`,
  failures,
);
console.log(`The canaries counted ${canaries.visits.length} connections.`);
await canaries.close();
process.exitCode = inside + canaries.visits.length === 0 ? 0 : 1;
