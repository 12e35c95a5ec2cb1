import { existsSync } from "node:fs";
import { join } from "node:path";
import { run, tail } from "./command.mjs";
import { fingerprintOf, isMarked, mark } from "./fingerprint.mjs";
import { root } from "./folders.mjs";
import { during } from "./progress.mjs";
import { Refusal } from "./refusal.mjs";

const generated = join(root, "server", "db", "generated");

/** Generates the Prisma client where the schema or Prisma itself is another than the last time. */
export async function ensureGenerated() {
  if (!existsSync(join(root, "prisma", "schema.prisma"))) return;
  const fingerprint = fingerprintOf(["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"]);
  const marker = join(generated, ".fingerprint");
  if (isMarked(marker, fingerprint)) return;
  await during("generating the database client", async () => {
    // Generating needs no schema engine, but Prisma would download one first: any program that exists will do.
    const env = {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    };
    const { code, output } = await run(
      process.execPath,
      [join(root, "node_modules/prisma/build/index.js"), "generate"],
      { env },
    );
    if (code !== 0) throw new Refusal(`The database client could not be generated:\n${tail(output)}`);
  });
  mark(marker, fingerprint);
}
