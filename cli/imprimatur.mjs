#!/usr/bin/env node
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { requireNode } from "../scripts/node-version.mjs";
import { refusingPlainly } from "../scripts/refusal.mjs";

requireNode();
const inClone = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
if (!existsSync(inClone("node_modules/tsx"))) {
  console.error("The packages are not installed yet: run npm start or npm ci in this folder first.");
  process.exit(2);
}

// The command is given in any folder; what the product reads of its own lies in this one.
process.env.IMPRIMATUR_HOME ??= inClone("");

await refusingPlainly(async () => {
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: inClone("tsconfig.json") });
  const { withDatabase } = await import("../scripts/command-line.mjs");
  const words = process.argv.slice(2);
  const code = await withDatabase(words, async () => (await import("./main.ts")).main(words));
  // Idle database connections would keep the process for a while; all that was written goes out first.
  process.stdout.write("", () => process.exit(code));
});
