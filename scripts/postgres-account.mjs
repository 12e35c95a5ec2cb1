import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./refusal.mjs";

/**
 * Who runs Postgres, and where its programs and data lie. Postgres refuses to run as root, so root lends it an existing
 * unprivileged account; where that account cannot reach the folder, it gets the one capability to look through
 * directories, and where the system has no such thing, programs and data move to a place that all can reach.
 */
export function postgresAccount(home, binaries) {
  if (process.getuid?.() !== 0)
    return { programs: binaries, place: home, own: () => {}, as: (file, args) => ({ file, args, options: {} }) };
  const user = unprivilegedUser();
  const own = (path) => chownSync(path, user.uid, user.gid);
  const reaches = (as) =>
    canRun(as, join(binaries, "bin", "postgres"), ["--version"]) && canRun(as, "test", ["-x", home]);
  const as = [plain(user), lending(user, "dac_read_search"), lending(user, "dac_override")].find(reaches);
  if (as !== undefined) return { programs: binaries, place: home, own, as };
  return elsewhere(home, binaries, user, own);
}

function unprivilegedUser() {
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) =>
      Number.parseInt(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout, 10),
    );
    if (uid > 0 && gid >= 0) return { uid, gid };
  }
  throw new Refusal(
    "Postgres does not run as root and this system has no user “nobody” to run it as: set DATABASE_URL, or start as another user.",
  );
}

function plain(user) {
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

function canRun(as, program, programArgs) {
  const { file, args, options } = as(program, programArgs);
  return spawnSync(file, args, { ...options, cwd: "/", stdio: "ignore" }).status === 0;
}

function elsewhere(home, binaries, user, own) {
  const place = join("/var/lib/imprimatur", createHash("sha256").update(home).digest("hex").slice(0, 16));
  const programs = join(place, "programs");
  mkdirSync(place, { recursive: true, mode: 0o755 });
  if (!existsSync(join(programs, "bin"))) cpSync(binaries, programs, { recursive: true, verbatimSymlinks: true });
  return { programs, place, own, as: plain(user) };
}
