import { join } from "node:path";
import { run } from "./command.mjs";
import { root } from "./folders.mjs";
import { requireNode } from "./node-version.mjs";
import { refusingPlainly } from "./refusal.mjs";

requireNode();

/**
 * `node scripts/pandoc-record.mjs [--report]`: asks the pandoc that is installed what it makes of the papers, and writes
 * `cli/pandoc/record.json`, with which tests compare; `--report` prints every entry that differs and why, and writes nothing.
 */
await refusingPlainly(async () => {
  const record = process.argv.includes("--report") ? [] : ["--record"];
  const { code } = await run(process.execPath, ["--import", "tsx", join(root, "bench/pandoc.ts"), ...record], {
    onOutput: (chunk) => process.stdout.write(chunk),
  });
  process.exitCode = code;
});
