#!/usr/bin/env node
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { requireNode } from "../scripts/node-version.mjs";

requireNode();
const inClone = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
if (!existsSync(inClone("node_modules/tsx"))) {
  console.error("The packages are not installed yet: run npm start or npm ci in this folder first.");
  process.exit(2);
}
const { register } = await import("tsx/esm/api");
register({ tsconfig: inClone("tsconfig.json") });
const { refusingPlainly } = await import("../scripts/refusal.mjs");
const { withDatabase } = await import("../scripts/command-line.mjs");
await refusingPlainly(() => withDatabase(process.argv.slice(2), () => import("./main.ts")));
