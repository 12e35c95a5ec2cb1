import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./folders.mjs";

/** A hash over the names and bytes of these files and all that lies below these folders, as far as `counts(path)`. */
export function fingerprintOf(paths, counts = () => true) {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0]);
  for (const path of paths.flatMap(filesBelow).filter(counts)) {
    hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}

/** Whether the marker file holds this fingerprint: what it stands for was made from these very files. */
export function isMarked(marker, fingerprint) {
  return existsSync(marker) && readFileSync(marker, "utf8") === fingerprint;
}

/** Notes a fingerprint; written last, so that work which was cut short is done again. */
export function mark(marker, fingerprint) {
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, fingerprint);
}

function filesBelow(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}
