import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "./ports.mjs";
import { postgresAccount } from "./postgres-account.mjs";
import { postgresBinaries } from "./postgres-binaries.mjs";
import { isAlive, postmasterOf } from "./postmaster.mjs";
import { Refusal } from "./refusal.mjs";
import { secretsIn } from "./secrets.mjs";

const owner = "imprimatur";

/**
 * Starts the Postgres from npm on the cluster under `home`, made on first use, or adopts the server that a killed
 * launcher left running on it. Answers `url(database)`, `pid`, `adopted`, `stop()` and `onEnd(tell)`. A cluster that is not
 * `durable` is for tests: quicker, and lost when the machine goes down.
 */
export async function startPostgres(home, { durable = true } = {}) {
  mkdirSync(home, { recursive: true });
  const account = postgresAccount(home, postgresBinaries());
  const { data } = account;
  const log = join(home, "postgres.log");
  const password = secretsIn(home).postgresPassword;
  if (!existsSync(join(data, "PG_VERSION"))) createCluster(account, password);
  const leftover = postmasterOf(data);
  const port = leftover?.port ?? (await rememberedPort(home));
  const pid = leftover?.pid ?? launch(account, log, port, durable);
  await untilReady(data, pid, log);
  return {
    url: (database) => `postgresql://${owner}:${password}@127.0.0.1:${port}/${database}`,
    pid,
    adopted: leftover !== undefined,
    stop: () => stopPostmaster(pid),
    onEnd: (tell) => whenEnded(pid, tell),
  };
}

/** Made beside its place and then renamed, so that a half-made cluster is never taken for one. */
function createCluster(account, password) {
  const { data } = account;
  const unfinished = `${data}.new`;
  const passwordFile = `${data}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  account.own(unfinished);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  account.own(passwordFile);
  const fixed = [
    "-D",
    unfinished,
    "-U",
    owner,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--no-instructions",
  ];
  try {
    const attempts = ["C.UTF-8", "en_US.UTF-8", "C"].map(
      (ctype) => () => initdb(account, [...fixed, ...locale(ctype)]),
    );
    const failures = [];
    for (const attempt of attempts) {
      const failure = attempt();
      if (failure === undefined) return renameSync(unfinished, data);
      failures.push(failure);
    }
    throw new Refusal(`The database could not be set up: ${failures[0]}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Sorting and case by Postgres' own C.UTF-8, the same on every system; full text search alone asks the system's character types. */
function locale(ctype) {
  return ["--locale=C", `--lc-ctype=${ctype}`, "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
}

function initdb(account, initdbArgs) {
  const { file, args, options } = account.as(join(account.programs, "bin", "initdb"), initdbArgs);
  const { status, stderr, error } = spawnSync(file, args, {
    ...options,
    cwd: "/",
    encoding: "utf8",
    env: environment(),
  });
  if (status === 0) return undefined;
  return error?.message ?? stderr.trim();
}

function launch(account, log, port, durable) {
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    lc_messages: "C",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: 200 }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { file, args, options } = account.as(join(account.programs, "bin", "postgres"), ["-D", account.data, ...flags]);
  const output = openSync(log, "a", 0o600);
  // A session of its own: Ctrl-C in the terminal must reach the launcher alone, which stops the web server first.
  const child = spawn(file, args, {
    ...options,
    cwd: "/",
    env: environment(),
    detached: true,
    stdio: ["ignore", output, output],
  });
  child.on("error", () => {});
  child.unref();
  closeSync(output);
  return child.pid;
}

/** Nothing of the person's own libpq settings (PGDATA, PGPORT …) may steer this server. */
function environment() {
  return { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
}

async function rememberedPort(home) {
  const file = join(home, "postgres.port");
  const remembered = existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : 0;
  const port = await freePort(remembered);
  if (port !== remembered) writeFileSync(file, `${port}\n`);
  chmodSync(file, 0o644);
  return port;
}

async function untilReady(data, pid, log) {
  const deadline = Date.now() + 60_000;
  while (!postmasterOf(data)?.ready) {
    if (pid === undefined || !isAlive(pid) || Date.now() > deadline) {
      throw new Refusal(`The embedded Postgres did not start: ${lastWords(log)}`);
    }
    await pause(50);
  }
}

function lastWords(log) {
  const lines = readFileSync(log, "utf8").trim().split("\n");
  return lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? "it said nothing";
}

/** Asked every few seconds, because an adopted server is no child of ours. */
function whenEnded(pid, tell) {
  const watch = setInterval(() => {
    if (isAlive(pid)) return;
    clearInterval(watch);
    tell();
  }, 2_000);
  watch.unref();
}

/** Fast shutdown; past ten seconds the immediate one, from which Postgres recovers at its next start. */
async function stopPostmaster(pid) {
  for (const [signal, seconds] of [
    ["SIGINT", 10],
    ["SIGQUIT", 5],
    ["SIGKILL", 2],
  ]) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    const deadline = Date.now() + seconds * 1000;
    while (isAlive(pid) && Date.now() < deadline) await pause(25);
  }
}
