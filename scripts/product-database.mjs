import { join } from "node:path";
import { existsSync } from "node:fs";
import { run, tail } from "./command.mjs";
import { root } from "./folders.mjs";
import { migrate } from "./migrate.mjs";
import { during } from "./progress.mjs";
import { Refusal } from "./refusal.mjs";
import { ensureRoles, roleUrls } from "./roles.mjs";

/** Brings the database behind the owner's URL up to date and answers the connections of the app and the reader. */
export async function prepareDatabase(ownerUrl, environment) {
  const applied = await migrate(ownerUrl);
  if (applied.length > 0) console.log(`  applied ${applied.length} migration${applied.length === 1 ? "" : "s"}`);
  const urls = roleUrls(ownerUrl, environment);
  await ensureRoles(ownerUrl, urls);
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
