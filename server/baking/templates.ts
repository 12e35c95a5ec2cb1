import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "@/server/db/digest";

/** Where what decides how a page looks is written. */
const folders = [
  "reader",
  join("server", "baking"),
  join("domain", "publishing"),
  join("domain", "citation"),
  join("domain", "document"),
];

/**
 * The fingerprint of the templates: of every file that a page is drawn by. Pages that were baked under another one are to
 * be baked anew. Tests and examples change none of them.
 */
export async function templatesFingerprint(): Promise<string> {
  const texts: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(join(process.cwd(), folder), { recursive: true });
    const files = entries
      .filter((name) => /\.(?:tsx?|css|min\.js)$/.test(name) && !/\.test\.|^example-/.test(name))
      .sort();
    for (const file of files) texts.push(file, await readFile(join(process.cwd(), folder, file), "utf8"));
  }
  return sha256(texts.join("\n")).slice(0, 32);
}
