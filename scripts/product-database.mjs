import { join } from "node:path";
import { existsSync } from "node:fs";
import { run, tail } from "./command.mjs";
import { reachDatabase } from "./database.mjs";
import { root } from "./folders.mjs";
import { migrate } from "./migrate.mjs";
import { during } from "./progress.mjs";
import { Refusal } from "./refusal.mjs";
import { ensureRoles, roleUrls } from "./roles.mjs";

/**
 * Brings the database behind the owner's URL up to date and answers the connections of the app and the reader. The
 * roles come first: the migrations would make them too, but could not say what to do where the owner may not.
 */
export async function prepareDatabase(ownerUrl, environment) {
  const urls = roleUrls(ownerUrl, environment);
  await reachDatabase(ownerUrl);
  await ensureRoles(ownerUrl, urls);
  const applied = await migrate(ownerUrl);
  if (applied.length > 0) console.log(`  applied ${applied.length} migration${applied.length === 1 ? "" : "s"}`);
  return urls;
}

/** Fills an empty database with the small newsroom; answers what the seed says about signing in. */
export async function seed(env) {
  const script = join("prisma", "seed.ts");
  if (!existsSync(join(root, script))) return "";
  return during("looking after the newsroom", async () => {
    const { code, stdout, output } = await run(process.execPath, ["--import", "tsx", script], { env });
    if (code !== 0) throw new Refusal(`The newsroom could not be seeded:\n${tail(output)}`);
    return stdout.trimEnd();
  });
}
