import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { namedBibliographies } from "@/server/importing/read-paper";
import { keysOf, someOf, withoutEntries } from "@/server/importing/pandoc/testing/variants";

/** A paper to be held against pandoc: its text, its bibliographies, and the keys that were taken out of them. */
export type Paper = {
  name: string;
  text: string;
  files: readonly { name: string; text: string }[];
  removed: readonly string[];
};

/** Our own papers, which always run, and the real ones, where they are: IMPRIMATUR_SAMPLES says where. */
export const ownFolder = fileURLToPath(new URL("../../server/importing/pandoc/papers", import.meta.url));
export const sampleFolder = join(
  process.env["IMPRIMATUR_SAMPLES"] ?? fileURLToPath(new URL("../../../shared/samples", import.meta.url)),
  "papers",
);

/** The papers of a folder, each as it is and three times with a part of its entries taken away. */
export function papersIn(folder: string, prefix: string): Paper[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const text = readFileSync(join(folder, name, "paper.md"), "utf8");
      const files = namedBibliographies(text).map((file) => ({
        name: file,
        text: readFileSync(join(folder, name, file), "utf8"),
      }));
      const keys = files.flatMap((file) => keysOf(file.text));
      const variants = files.length > 0 ? [0, 0.1, 0.3, 0.7] : [0];
      return variants.map((share, seed): Paper => {
        const removed = someOf(keys, share, seed * 97 + name.length);
        const without = new Set(removed);
        return {
          name: `${prefix}/${name}${seed > 0 ? ` without ${Math.round(share * 100)} %` : ""}`,
          text,
          files: files.map((file) => ({ ...file, text: withoutEntries(file.text, without) })),
          removed,
        };
      });
    });
}
