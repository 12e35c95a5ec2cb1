import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { minified } from "./minify";

/**
 * The page's stylesheet as it is put into every page: tokens, then the text's own styles (which the editor shares), then
 * the page's. It is read from the product's folder, which is where every process of it is started. Read again each time
 * in development, so that a change is seen at the next bake.
 */
export async function stylesheet(): Promise<string> {
  if (process.env.NODE_ENV !== "production") return readSheets();
  return (kept ??= readSheets());
}

let kept: Promise<string> | undefined;

async function readSheets(): Promise<string> {
  const root = join(process.cwd(), "reader");
  const sheets = await Promise.all([
    readFile(join(root, "tokens.css"), "utf8"),
    readFile(join(root, "prose.css"), "utf8"),
    readFile(join(root, "page.css"), "utf8"),
  ]);
  return minified(sheets.join("\n"));
}
