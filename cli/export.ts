import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { systemActor } from "@/domain/access/policy";
import type { SourceRecord } from "@/domain/source/record";
import { exported } from "@/server/bibliography/export";
import { writtenFormats } from "@/server/bibliography/formats";
import { articleSources, exportedSources } from "@/server/queries/exported-sources";
import type { Command } from "./command";
import { optionsIn } from "./import";

/** `imprimatur export`: the library, or the list of one article, as a bibliography to a file or to the output. */
export const exportFile: Command = {
  usage: "export --format NAME [--article SLUG] [--out FILE]",
  summary: "write the library or an article's references as bibtex, biblatex, ris, csl-json or enw",
  run: async (args) => {
    const options = optionsIn(args, ["--format", "--article", "--out"]);
    const format = writtenFormats.find((name) => name === options?.get("--format"));
    if (!options || !format)
      return refuse(`usage: imprimatur ${exportFile.usage}\nFormats are ${writtenFormats.join(", ")}.`, 2);
    const records = await wanted(options.get("--article"));
    if (!records) return refuse("there is no article with that slug.", 1);
    const out = options.get("--out");
    await pipeline(Readable.from(exported(format, records)), out ? createWriteStream(out) : process.stdout, {
      end: out !== undefined,
    });
    return 0;
  },
};

async function wanted(slug: string | undefined): Promise<AsyncIterable<SourceRecord> | null> {
  if (slug === undefined) return exportedSources(systemActor);
  const found = await articleSources(systemActor, { slug }, "draft");
  return found ? Readable.from(found.records) : null;
}

function refuse(why: string, code: number): number {
  process.stderr.write(`imprimatur export: ${why}\n`);
  return code;
}
