import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { systemActor } from "@/domain/access/policy";
import type { Command } from "./command";

/** `imprimatur import-retractions FILE`: exit 0 when the list was taken in, 1 when rows of it could not be read, 2 on bad input. */
export const importRetractions: Command = {
  usage: "import-retractions FILE",
  summary: "take in a list of retractions (the Retraction Watch CSV)",
  run: async (args) => {
    const [file, ...more] = args;
    if (!file || more.length > 0 || file.startsWith("-"))
      return refuse(`one FILE is needed; usage: imprimatur ${importRetractions.usage}`);
    const found = await stat(file).catch(() => null);
    if (!found) return refuse(`There is no file ${file}.`);
    if (!found.isFile()) return refuse(`${file} is a folder, not a file.`);
    const { importRetractions: run } = await import("@/server/commands/retractions/import");
    const result = await run.run(systemActor, { name: basename(file), content: createReadStream(file) });
    if (!result.ok) {
      const { error } = result;
      return refuse("message" in error && typeof error.message === "string" ? error.message : "This may not be done.");
    }
    const { rows, notices, added, nameless, sources, problems, problemCount } = result.value;
    process.stdout.write(
      `${rows} rows, ${notices} notices, ${added} of them new; ${nameless} rows name no work.\n` +
        `${sources} ${sources === 1 ? "source of the library stands" : "sources of the library stand"} otherwise than before.\n`,
    );
    for (const { line, message } of problems) process.stderr.write(`line ${line}: ${message}\n`);
    if (problemCount > problems.length) process.stderr.write(`and ${problemCount - problems.length} more.\n`);
    return problemCount > 0 ? 1 : 0;
  },
};

function refuse(why: string): number {
  process.stderr.write(`imprimatur import-retractions: ${why}\n`);
  return 2;
}
