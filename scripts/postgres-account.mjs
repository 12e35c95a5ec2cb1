import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { Refusal } from "./refusal.mjs";

/** Reachable by every account and writable by root alone: for what an unprivileged account cannot reach in the clone. */
const reachable = "/var/lib/imprimatur";

/**
 * Who runs Postgres: `as(file, args)` says how to spawn, `programs` and `data` where things lie, `own(path)` hands a
 * path over. Postgres refuses to run as root, so root lends it an existing unprivileged account. In a clone that this
 * account cannot reach (below a private folder), it gets a copy of the programs and the one capability that looks
 * through folders; on a system without that, the data moves too and a link stands in its place.
 */
export function postgresAccount(home, binaries) {
  const data = join(home, "postgres");
  if (process.getuid?.() !== 0) return { programs: binaries, data, own: () => {}, as: direct({}) };
  const user = unprivilegedUser();
  const own = (path) => chownSync(path, user.uid, user.gid);
  const programs = canRun(direct(user), join(binaries, "bin", "postgres"), ["--version"]) ? binaries : copied(binaries);
  const ways = [direct(user), lending(user, "dac_read_search"), lending(user, "dac_override")];
  const as = ways.find((way) => canRun(way, "ls", [home]));
  if (as !== undefined) return { programs, data: linkTarget(data) ?? data, own, as };
  return { programs, data: moved(data), own, as: direct(user) };
}

function unprivilegedUser() {
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) =>
      Number.parseInt(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout, 10),
    );
    if (uid > 0 && gid >= 0) return { uid, gid };
  }
  throw new Refusal(
    "Postgres does not run as root and this system has no user “nobody” for it: set DATABASE_URL, or start as another user.",
  );
}

function direct(user) {
  return (file, args) => ({ file, args, options: user });
}

function lending({ uid, gid }, capability) {
  const flags = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
  ];
  return (file, args) => ({ file: "setpriv", args: [...flags, "--", file, ...args], options: {} });
}

/** Postgres looks for its own files by access(2), which knows nothing of lent capabilities, and complains without failing. */
function canRun(as, program, programArgs) {
  const { file, args, options } = as(program, programArgs);
  const { status, stderr } = spawnSync(file, args, { ...options, cwd: "/", encoding: "utf8" });
  return status === 0 && stderr === "";
}

/** One copy for all clones of this version, renamed into place when complete. */
function copied(binaries) {
  const { version } = JSON.parse(readFileSync(join(dirname(binaries), "package.json"), "utf8"));
  const copy = join(reachable, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  makeReachable();
  cpSync(binaries, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function moved(data) {
  const standing = linkTarget(data);
  if (standing !== undefined && existsSync(dirname(standing))) return standing;
  const place = join(reachable, `data-${randomBytes(6).toString("hex")}`);
  makeReachable();
  mkdirSync(place, { mode: 0o755 });
  rmSync(data, { force: true });
  symlinkSync(join(place, "postgres"), data);
  console.log(
    `The database lies in ${place}: nobody but root can enter this folder, and Postgres does not run as root.`,
  );
  return join(place, "postgres");
}

function linkTarget(path) {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function makeReachable() {
  try {
    mkdirSync(reachable, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw new Refusal(
      `Postgres does not run as root, and ${reachable} cannot be made for it (${error.code}): set DATABASE_URL, or start as another user.`,
    );
  }
}
