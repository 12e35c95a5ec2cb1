import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The secrets of one install, made the first time they are asked for and kept in `secrets.json`, readable by its owner only. */
export function secretsIn(home) {
  const known = readSecrets(home);
  const secrets = {
    ...known,
    postgresPassword: known.postgresPassword ?? randomBytes(24).toString("hex"),
    authSecret: known.authSecret ?? randomBytes(32).toString("base64url"),
  };
  if (Object.keys(secrets).length !== Object.keys(known).length) writeSecrets(home, secrets);
  return secrets;
}

function readSecrets(home) {
  try {
    return JSON.parse(readFileSync(join(home, "secrets.json"), "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw error;
  }
}

/** A rename, so that a process killed in between leaves the old file or the new one and never half of one. */
function writeSecrets(home, secrets) {
  mkdirSync(home, { recursive: true });
  const file = join(home, "secrets.json");
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}
