import { join } from "node:path";
import { run, tail } from "./command.mjs";
import { fingerprintOf, isMarked, mark } from "./fingerprint.mjs";
import { root } from "./folders.mjs";
import { during } from "./progress.mjs";
import { Refusal } from "./refusal.mjs";

const folders = ["app", "components", "domain", "server", "reader", "public"];
const files = [
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
];
const sources = [...folders, ...files, "prisma/schema.prisma", "package-lock.json"];
const isBuilt = (path) => !/\.test\.tsx?$|^server\/(db\/generated|testing)\//.test(path);
export const nextProgram = join(root, "node_modules", "next", "dist", "bin", "next");

/** Builds the web server where its sources are others than at the last build. */
export async function ensureBuilt() {
  const fingerprint = fingerprintOf(sources, isBuilt);
  const marker = join(root, ".next", "fingerprint");
  if (isMarked(marker, fingerprint)) return;
  await during("building (first time takes a minute)", async () => {
    const { code, output } = await run(process.execPath, [nextProgram, "build"], { env: buildEnvironment() });
    if (code !== 0) throw new Refusal(`The build failed:\n${tail(output)}`);
  });
  mark(marker, fingerprint);
}

/** A build looks at every route but reads no data: the addresses it is given lead nowhere, so that it would show if it did. */
function buildEnvironment() {
  const nowhere = "postgresql://nobody@127.0.0.1:1/nowhere";
  return {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: "",
    DATABASE_APP_URL: nowhere,
    DATABASE_READER_URL: nowhere,
    NEXTAUTH_SECRET: "only-for-the-build",
  };
}
