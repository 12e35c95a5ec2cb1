import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { root } from "./folders.mjs";

const [source, made] = ["notes.js", "notes.min.js"].map((name) => join(root, "reader", name));

/** What readers' browsers are sent of `reader/notes.js`: the same, minified, so that baking needs no bundler. */
export const minifiedNotes = () => transformSync(readFileSync(source, "utf8"), { minify: true, target: "es2022" }).code;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(made, minifiedNotes());
  console.log("reader/notes.min.js is written anew.");
}
