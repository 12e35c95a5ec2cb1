import { pathToFileURL } from "node:url";
import { startInternet } from "./internet";
import type { Site } from "./site";
import { stockSites } from "./sites/all";

/**
 * A process that plays the fake internet for a product that runs beside it: `serve.ts PORT [FILE …]`. Each file exports
 * `sites`; one with the host of a stock site takes its place. Says to its parent and on stdout when it is ready.
 */
const [port = "", ...files] = process.argv.slice(2);
const given = await Promise.all(
  files.map((file) => import(pathToFileURL(file).href) as Promise<{ sites: readonly Site[] }>),
);
const internet = await startInternet([...stockSites, ...given.flatMap(({ sites }) => sites)], Number(port));
console.log(`The fake internet is at ${internet.setting}.`);
process.send?.({ setting: internet.setting });
for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, () => void internet.close().then(() => process.exit(0)));
