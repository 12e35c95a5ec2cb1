import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * The server that runs on a data folder, from its `postmaster.pid`: `{ pid, port, ready }`, or undefined where none does.
 * A lock file left by a server that is gone, or whose number now belongs to another program, is removed.
 */
export function postmasterOf(data) {
  const lines = lockFile(data);
  if (lines === undefined) return undefined;
  const pid = Number.parseInt(lines[0], 10);
  if (runsOn(pid, data)) return { pid, port: Number.parseInt(lines[3], 10), ready: lines[7]?.trim() === "ready" };
  rmSync(join(data, "postmaster.pid"), { force: true });
  return undefined;
}

/** Whether a process of this number is there. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function lockFile(data) {
  try {
    return readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

function runsOn(pid, data) {
  if (!(pid > 0) || !isAlive(pid)) return false;
  if (process.platform !== "linux") return commandOf(pid).includes(data);
  try {
    return programOf(pid) === "postgres" && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return commandOf(pid).includes(data);
  }
}

/** After an update of the packages, Linux says “(deleted)” behind the path of a program that still runs. */
const programOf = (pid) => basename(readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, ""));

const commandOf = (pid) => spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout ?? "";
