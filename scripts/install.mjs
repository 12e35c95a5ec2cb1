import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run, tail } from "./command.mjs";
import { root } from "./folders.mjs";
import { during } from "./progress.mjs";
import { Refusal } from "./refusal.mjs";

/** Runs `npm ci` where what is installed is not what package-lock.json says; development packages count where they are needed. */
export async function ensureInstalled({ development }) {
  if (isInstalled(development)) return;
  await during("installing packages (first time takes a minute)", async () => {
    const flags = ["ci", "--no-audit", "--no-fund", "--loglevel=error", ...(development ? ["--include=dev"] : [])];
    const { code, output } = await npm(flags);
    if (code !== 0) throw new Refusal(`npm ci failed:\n${tail(output)}`);
  });
}

/** The npm that runs us, where one does; else the one on the path. */
function npm(flags) {
  const script = process.env.npm_execpath;
  if (script?.endsWith(".js")) return run(process.execPath, [script, ...flags]);
  return run("npm", flags);
}

function isInstalled(development) {
  const wanted = packagesIn(join(root, "package-lock.json"));
  const installed = packagesIn(join(root, "node_modules", ".package-lock.json"));
  const same = (path) =>
    installed[path].version === wanted[path]?.version &&
    [undefined, installed[path].integrity].includes(wanted[path].integrity);
  const mayMiss = ({ optional, devOptional, peer, dev }) => optional || peer || ((dev || devOptional) && !development);
  return (
    Object.keys(installed).length > 0 &&
    Object.keys(installed).every(same) &&
    Object.keys(wanted).every((path) => path === "" || path in installed || mayMiss(wanted[path]))
  );
}

/** What npm wrote last tells what is there: times of files say little after a checkout. */
function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}
