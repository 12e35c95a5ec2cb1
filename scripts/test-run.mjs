import { mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endCommands } from "./command.mjs";
import { ensureInstalled } from "./install.mjs";
import { isAlive, postmasterOf } from "./postmaster.mjs";
import { Refusal } from "./refusal.mjs";

const prefix = "imprimatur-test-";

/**
 * `npm test`: sets the clone up, then runs every stage, also after one that failed, and ends with the line
 * `N passed, N failed`. `--only unit,database` runs some of the stages.
 */
export async function main(words) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(130));
  try {
    await ensureInstalled({ development: true });
    const { ensureGenerated } = await import("./prisma-client.mjs");
    const { stages } = await import("./test-stages.mjs");
    const chosen = choose(stages, words);
    await ensureGenerated();
    const totals = await runAll(chosen);
    console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
    await end(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
  } catch (error) {
    if (ending) return;
    console.error(error instanceof Refusal ? error.message : error);
    console.log("\n0 passed, 1 failed");
    await end(1);
  }
}

function choose(stages, words) {
  const only = words[words.indexOf("--only") + 1];
  if (!words.includes("--only")) return stages;
  const wanted = (only ?? "").split(",");
  const names = stages.flat().map(({ name }) => name);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Refusal(`There is no stage “${unknown}”: ${names.join(", ")}.`);
  return stages.map((abreast) => abreast.filter(({ name }) => wanted.includes(name)));
}

async function runAll(stages) {
  const totals = { passed: 0, failed: 0 };
  for (const abreast of stages)
    await Promise.all(
      abreast.map(async (stage) => {
        const started = Date.now();
        const { passed, failed, output } = await outcome(stage);
        totals.passed += passed;
        totals.failed += failed;
        if (failed > 0 && output) console.log(output);
        const seconds = ((Date.now() - started) / 1000).toFixed(1);
        console.log(`${failed === 0 ? "✓" : "✗"} ${stage.name}: ${passed} passed, ${failed} failed (${seconds} s)`);
      }),
    );
  return totals;
}

async function outcome(stage) {
  try {
    return await stage.run(workshop);
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Refusal ? error.message : String(error?.stack ?? error) };
  }
}

let cluster;
let folder;

/** What stages share: one throw-away folder and one throw-away cluster in it, made when first asked for. */
const workshop = {
  folder: () => {
    folder ??= makeFolder();
    return folder;
  },
  cluster: async () => {
    cluster ??= await (await import("./postgres.mjs")).startPostgres(workshop.folder(), { durable: false });
    return cluster;
  },
  /** Called with what has to be stopped before the cluster is. */
  atEnd: (stop) => stops.unshift(stop),
};
const stops = [];

/** Named after this process; what runs of ended processes left behind is cleared away on the occasion. */
function makeFolder() {
  const place = realpathSync(tmpdir());
  for (const name of readdirSync(place)) {
    const pid = Number(name.startsWith(prefix) ? name.slice(prefix.length).split("-")[0] : Number.NaN);
    if (Number.isInteger(pid) && !isAlive(pid)) clear(join(place, name));
  }
  return mkdtempSync(join(place, `${prefix}${process.pid}-`));
}

/** A server that lost its launcher may still run there. */
function clear(leftover) {
  const server = postmasterOf(join(leftover, "postgres"));
  if (server) process.kill(server.pid, "SIGKILL");
  rmSync(leftover, { recursive: true, force: true, maxRetries: 5 });
}

let ending = false;

async function end(code) {
  if (ending) return;
  ending = true;
  endCommands();
  for (const stop of stops) await stop();
  await cluster?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}
