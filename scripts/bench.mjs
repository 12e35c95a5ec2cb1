import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "./command.mjs";
import { root } from "./folders.mjs";
import { ensureInstalled } from "./install.mjs";
import { requireNode } from "./node-version.mjs";
import { Refusal, refusingPlainly } from "./refusal.mjs";

requireNode();

/** Several that belong together under one name: all that an editor waits for while working with sources. */
const groups = new Map([["sources", ["library", "links", "citing", "quotes"]]]);

/**
 * `npm run bench [name]`: runs `bench/<name>.ts` or `.mjs`, those of a group, or all of them, one after the other so that
 * none disturbs another.
 */
await refusingPlainly(async () => {
  await ensureInstalled({ development: false });
  const wanted = process.argv[2];
  const files = benchmarks();
  const names = [...files.keys()];
  const asked = wanted ? (groups.get(wanted) ?? [wanted]) : names;
  if (asked.some((name) => !names.includes(name))) {
    throw new Refusal(
      `There is no benchmark “${wanted}”; there ${names.length === 0 ? "are none yet" : `is ${[...names, ...groups.keys()].join(", ")}`}.`,
    );
  }
  let failed = 0;
  for (const name of asked) {
    console.log(`\n${name}`);
    const { code } = await run(process.execPath, ["--import", "tsx", join("bench", files.get(name))], {
      onOutput: (chunk) => process.stdout.write(chunk),
    });
    if (code !== 0) failed += 1;
  }
  if (failed > 0) throw new Refusal(`${failed} of them missed ${failed === 1 ? "its" : "their"} aim.`);
});

function benchmarks() {
  const folder = join(root, "bench");
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder).filter((file) => /(?<!\.test)\.(?:ts|mjs)$/.test(file));
  return new Map(files.sort().map((file) => [file.replace(/\.\w+$/, ""), file]));
}
