import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { nextProgram } from "./build.mjs";
import { root } from "./folders.mjs";
import { Refusal } from "./refusal.mjs";

const leash = ["--import", new URL("leash.mjs", import.meta.url).href];

/** Starts the web server on a port and waits until it answers there; `onSpawn(child)` hears of it at once. */
export async function startWeb({ port, env, dev = false, output = "inherit", onSpawn = () => {} }) {
  const verb = dev ? "dev" : "start";
  const child = leashed(
    [nextProgram, verb, "-p", String(port), "-H", process.env.HOST || "127.0.0.1"],
    { ...env, NODE_ENV: dev ? "development" : "production" },
    output,
  );
  onSpawn(child);
  await untilAnswering(child, port);
  return child;
}

/** Starts the jobs worker; undefined where the product has none. */
export function startWorker({ env, output = "inherit" }) {
  const worker = join("server", "jobs", "worker.ts");
  if (!existsSync(join(root, worker))) return undefined;
  return leashed(["--import", "tsx", worker], { NODE_ENV: "production", ...env }, output);
}

/** Starts a program of the tests beside the servers, in TypeScript; its words are piped. */
export function startTestProcess(args, env) {
  return leashed(["--import", "tsx", ...args], { ...env, NODE_ENV: "test" }, "pipe");
}

/** Asks a server to end and waits; after so many seconds it is ended. */
export async function stopServer(child, seconds = 4) {
  if (child === undefined || hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const abort = new AbortController();
  const late = pause(seconds * 1000, "late", { signal: abort.signal }).catch(() => undefined);
  if ((await Promise.race([ended, late])) === "late") {
    child.kill("SIGKILL");
    await ended;
  }
  abort.abort();
}

/** In a session of its own: Ctrl-C reaches the launcher alone, which ends its servers in the right order. */
function leashed(args, env, output) {
  return spawn(process.execPath, [...leash, ...args], {
    cwd: root,
    env: { ...env, IMPRIMATUR_LAUNCHER: String(process.pid) },
    detached: true,
    stdio: ["ignore", output, output, "ipc"],
  });
}

async function untilAnswering(child, port) {
  const deadline = Date.now() + 180_000;
  while (!(await answers(port))) {
    if (hasEnded(child)) throw new Refusal("The web server ended before it answered; its own words are above.");
    if (Date.now() > deadline) throw new Refusal(`The web server does not answer on port ${port}.`);
    await pause(100);
  }
}

/** Any answer will do, a refusal too: the server is up and has loaded a route. */
async function answers(port) {
  try {
    await fetch(`http://127.0.0.1:${port}/`, { redirect: "manual", signal: AbortSignal.timeout(20_000) });
    return true;
  } catch {
    return false;
  }
}

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;
