import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "./folders.mjs";
import { Refusal, refusingPlainly } from "./refusal.mjs";

const inside = [
  "10.66.0.1",
  "172.16.66.1",
  "192.168.66.1",
  "169.254.169.254",
  "100.64.66.1",
  "198.18.66.1",
  "fd00:66::1",
];
const harmless = "93.184.215.14";
const [guard, house] = [`imprimatur-g${process.pid}`, `imprimatur-h${process.pid}`];

/**
 * `node scripts/private-canaries.mjs`, as root on Linux: two network namespaces joined by a cable, a guard in one, canaries
 * on private addresses in the other. Shows that any program reaches them and that the guard reaches none, whatever it is
 * asked for; then takes everything down. The machine's own network is not touched.
 */
await refusingPlainly(async () => {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    throw new Refusal("This needs Linux and root: it makes network namespaces of its own.");
  try {
    build();
    await run();
  } finally {
    for (const name of [guard, house]) spawnSync("ip", ["netns", "delete", name]);
  }
});

function build() {
  for (const name of [guard, house]) ip("netns", "add", name);
  ip("link", "add", "cable", "netns", guard, "type", "veth", "peer", "name", "cable", "netns", house);
  for (const name of [guard, house]) for (const device of ["lo", "cable"]) ip("-n", name, "link", "set", device, "up");
  for (const address of [...inside, harmless])
    ip(
      "-n",
      house,
      "address",
      "add",
      address.includes(":") ? `${address}/128` : `${address}/32`,
      "dev",
      "cable",
      ...nodad(address),
    );
  ip("-n", guard, "address", "add", "203.0.113.2/32", "dev", "cable");
  ip("-n", guard, "address", "add", "fd00:67::2/128", "dev", "cable", "nodad");
  ip("-n", guard, "route", "add", "default", "dev", "cable");
  ip("-n", guard, "-6", "route", "add", "default", "dev", "cable");
  ip("-n", house, "route", "add", "203.0.113.2/32", "dev", "cable");
  ip("-n", house, "-6", "route", "add", "fd00:67::2/128", "dev", "cable");
}

async function run() {
  const canaries = inNamespace(house, "serve-canaries.ts", inside);
  const lines = createInterface({ input: canaries.stdout })[Symbol.asyncIterator]();
  try {
    if ((await lines.next()).value !== "ready") throw new Refusal("The canaries did not start.");
    const report = async () => {
      canaries.stdin.write("\n");
      return JSON.parse((await lines.next()).value);
    };
    const open = await ended(inNamespace(guard, "attack.ts", ["openly", ...inside]));
    const seen = await report();
    console.log(
      `Any program: ${open.reached} of ${inside.length * 2} canaries reached; they counted ${seen.canaries.length}.`,
    );
    const guarded = await ended(inNamespace(guard, "attack.ts", ["guarded", ...inside]));
    const after = await report();
    console.log(`The guard: ${guarded.tried} addresses tried, ${JSON.stringify(guarded.kinds)}.`);
    console.log(`It asked the public site ${after.site} times, and the canaries counted ${after.canaries.length}.`);
    if (open.reached !== inside.length * 2 || seen.canaries.length !== open.reached)
      throw new Refusal("Not all canaries could be reached, so this shows nothing.");
    if (after.site === 0) throw new Refusal("The public site was never asked, so this shows nothing.");
    if (after.canaries.length > 0) throw new Refusal(`The guard let somebody in: ${after.canaries.join(", ")}.`);
  } finally {
    canaries.kill();
  }
}

function inNamespace(name, program, args) {
  const file = join(root, "server", "testing", "guard", program);
  return spawn("ip", ["netns", "exec", name, process.execPath, "--import", "tsx", file, ...args], {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
  });
}

async function ended(child) {
  let output = "";
  for await (const chunk of child.stdout) output += chunk;
  return JSON.parse(output);
}

function ip(...args) {
  const { status, stderr } = spawnSync("ip", args, { encoding: "utf8" });
  if (status !== 0) throw new Refusal(`ip ${args.join(" ")}: ${stderr.trim()}`);
}

/** IPv6 addresses are used at once, without asking round whether somebody has them. */
function nodad(address) {
  return address.includes(":") ? ["nodad"] : [];
}
