import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readBibtex } from "./bibtex/read";
import { writeBibtex } from "./bibtex/write";

const folder = process.env["IMPRIMATUR_SAMPLES"] ?? fileURLToPath(new URL("../../../shared/samples", import.meta.url));
const papers = existsSync(`${folder}/papers`) ? readdirSync(`${folder}/papers`) : [];
if (papers.length === 0)
  console.info(`Skipped: there are no papers in ${folder}; set IMPRIMATUR_SAMPLES to where they are.`);

test.skipIf(papers.length === 0)(
  "every entry of real papers is read, and reads the same when it was written again",
  () => {
    for (const paper of papers) {
      const text = readFileSync(`${folder}/papers/${paper}/paper.bib`, "utf8");
      const { entries, failures } = readBibtex(text);
      expect(failures).toEqual([]);
      expect(entries.length).toBe(text.match(/^\s*@(?!string|comment|preamble)[a-z]+\s*\{/gimu)?.length);
      const again = readBibtex(entries.map(({ key, record }) => writeBibtex(key, record, "biblatex")).join("\n"));
      expect(again.failures).toEqual([]);
      expect(again.entries.map(({ record }) => record)).toEqual(entries.map(({ record }) => record));
    }
  },
);
