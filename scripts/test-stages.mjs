import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { run, tail } from "./command.mjs";
import { root } from "./folders.mjs";
import { browserStage } from "./test-browser.mjs";

const program = (path) => join(root, "node_modules", path);

/**
 * The stages of `npm test` in their order; each answers how many tests passed and failed, and what to show of failures.
 * Those of one line run side by side, for each of them has work for one processor alone.
 */
export const stages = [
  [
    { name: "format", run: single(() => [program("@biomejs/biome/bin/biome"), "format", "."]) },
    { name: "lint", run: single(() => [program("oxlint/bin/oxlint"), "--deny-warnings"]) },
    { name: "types", run: single(() => [program("typescript/bin/tsc"), "--noEmit"]) },
    { name: "domain-types", run: single(() => [program("typescript/bin/tsc"), "--noEmit", "-p", "domain"]) },
    { name: "build", run: buildStage },
  ],
  [{ name: "unit", run: vitest("domain", "unit") }],
  [{ name: "database", run: vitest("database") }],
  [{ name: "browser", run: browserStage }],
];

/** What the browser stage needs: begun early, where the others leave a processor idle. */
async function buildStage() {
  await ensureBuilt();
  return { passed: 1, failed: 0 };
}

/** A tool that is content or is not: one test. */
function single(args) {
  return async () => {
    const { code, output } = await run(process.execPath, args());
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output: tail(output, 200) };
  };
}

function vitest(...projects) {
  return async (workshop) => {
    const report = join(workshop.folder(), `${projects.join("-")}.json`);
    const env = { ...process.env };
    if (projects.includes("database")) env.TEST_CLUSTER_URL = (await workshop.cluster()).url("postgres");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const chosen = projects.flatMap((project) => ["--project", project]);
    const args = [program("vitest/vitest.mjs"), "run", ...chosen, "--passWithNoTests", ...reporters];
    const { code, output } = await run(process.execPath, args, { env: { ...env, NO_COLOR: "1" } });
    return counted(code, output, existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined);
  };
}

/** A file that could not be loaded has no failed test in it, and a run can fail on an unhandled error alone: both count. */
function counted(code, output, report) {
  if (report === undefined) return { passed: 0, failed: 1, output: tail(output, 200) };
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, output: tail(output, 400) };
}
