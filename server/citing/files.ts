import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A file of the product or of a package. They lie under the folder that the server is started in; the command line,
 * which is started anywhere, says which that is.
 */
export const productPath = (path: string): string =>
  // The whole product stands beside what is built of it, so the build need not look for which files may be meant.
  join(/* turbopackIgnore: true */ process.env["IMPRIMATUR_HOME"] ?? process.cwd(), path);

/** Its text, read once in a process. */
export function productText(path: string): string {
  const kept = texts.get(path);
  if (kept !== undefined) return kept;
  const text = readFileSync(productPath(path), "utf8");
  texts.set(path, text);
  return text;
}

const texts = new Map<string, string>();
