import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";

const connections = 32;

/** Whether wrk can be run here. */
export const hasWrk = () => spawnSync("wrk", ["-v"]).error === undefined;

/**
 * Loads an address with wrk from one thread and 32 connections for so many seconds: requests a second, the 99th
 * percentile in milliseconds, and how many answers were not the status that was wanted.
 */
export function load(url, seconds, { headers = {}, folder }) {
  const script = join(folder, "wrk.lua");
  writeFileSync(
    script,
    Object.entries(headers)
      .map(([name, value]) => `wrk.headers["${name}"] = ${JSON.stringify(value)}`)
      .join("\n"),
  );
  const args = ["-t1", `-c${connections}`, `-d${seconds}s`, "--latency", "-s", script, url];
  const { stdout, stderr } = spawnSync("wrk", args, { encoding: "utf8" });
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  const [, value, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? [];
  if (!perSecond || !unit) throw new Error(`wrk said nothing of use:\n${stdout}${stderr}`);
  const failed = Number(/Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1] ?? 0);
  return { perSecond, p99: Number(value) * { us: 0.001, ms: 1, s: 1000 }[unit], failed };
}

/** The same for HEAD, which wrk cannot do: each connection asks again when the head of the last answer has come. */
export async function loadHeads(url, seconds) {
  const { hostname, port, pathname } = new URL(url);
  const took = [];
  const until = performance.now() + seconds * 1000;
  const one = () =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      let asked = 0;
      const ask = () => {
        asked = performance.now();
        socket.write(`HEAD ${pathname} HTTP/1.1\r\nHost: reader.example\r\n\r\n`);
      };
      socket.setNoDelay(true).on("connect", ask).on("error", reject).on("close", resolve);
      socket.on("data", (bytes) => {
        if (!bytes.toString("latin1").endsWith("\r\n\r\n")) return;
        const now = performance.now();
        took.push(now - asked);
        if (now < until) ask();
        else socket.end();
      });
    });
  await Promise.all(Array.from({ length: connections }, one));
  took.sort((a, b) => a - b);
  return { perSecond: took.length / seconds, p99: took[Math.floor(took.length * 0.99)] ?? 0, failed: 0 };
}
