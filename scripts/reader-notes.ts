import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

const reader = join(fileURLToPath(new URL(".", import.meta.url)), "..", "reader");

/** Where the script stands that readers are sent. */
export const notesPath = join(reader, "notes.min.js");

/** `reader/notes.js`, minified; made here and kept in a file, so that baking needs no bundler and the bytes are the same everywhere. */
export const minifiedNotes = (): string =>
  transformSync(readFileSync(join(reader, "notes.js"), "utf8"), { minify: true, target: "es2022" }).code;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(notesPath, minifiedNotes());
  console.log("reader/notes.min.js is written anew.");
}
