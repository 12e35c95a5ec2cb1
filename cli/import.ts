import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Actor, systemActor } from "@/domain/access/policy";
import { importNext } from "@/server/commands/source/import";
import { readFile } from "@/server/commands/source/read-file";
import { bibliography, bibliographyReport } from "@/server/queries/bibliography";
import { peopleScreen } from "@/server/queries/people";
import type { Command } from "./command";

/** `imprimatur import FILE`: a bibliography into the library, with its progress and a report of what did not come in. */
export const importFile: Command = {
  usage: "import FILE [--format NAME] [--by EMAIL]",
  summary: "bring a bibliography (BibTeX, RIS, CSL-JSON, EndNote) into the library",
  run: async (args) => {
    const [file, ...rest] = args;
    const options = optionsIn(rest, ["--format", "--by"]);
    if (!file || file.startsWith("--") || !options) return refuse(`usage: imprimatur ${importFile.usage}`, 2);
    const text = contentsOf(file);
    if (text === null) return refuse(`${file} cannot be read.`, 2);
    const input = readFile.input.safeParse({
      name: basename(file),
      text,
      format: options.get("--format") ?? null,
      articleId: null,
    });
    if (!input.success) return refuse("the format is one of bibtex, biblatex, ris, csl-json, enw, endnote-xml.", 2);
    const actor = await editor(options.get("--by"));
    if (!actor) return refuse("nobody here with that address is an editor; name one with --by EMAIL.", 1);
    const read = await readFile.run(actor, input.data);
    if (!read.ok) return refuse(wordsOf(read.error), 1);
    return bring(actor, read.value.bibliographyId);
  },
};

async function bring(actor: Actor, bibliographyId: string): Promise<number> {
  for (let waiting = 1; waiting > 0; ) {
    const next = await importNext.run(actor, { bibliographyId, size: 500 });
    if (!next.ok) return refuse(next.error.kind, 1);
    waiting = next.value.waiting;
    process.stderr.write(`${next.value.total - waiting} of ${next.value.total}\n`);
  }
  const done = await bibliography(actor, bibliographyId);
  if (!done) return refuse("the import is gone.", 1);
  process.stdout.write(`${done.added} added, ${done.known} known already, ${done.failed} not read.\n`);
  const report = done.failed + done.withLeftOut > 0 ? await bibliographyReport(actor, bibliographyId) : null;
  if (report) process.stdout.write(`\n${report.text}`);
  return done.failed > 0 ? 1 : 0;
}

/** `--name value` pairs, each of them known; null for anything else. */
export function optionsIn(args: readonly string[], known: readonly string[]): ReadonlyMap<string, string> | null {
  const options = new Map<string, string>();
  for (let at = 0; at < args.length; at += 2) {
    const [name = "", value] = args.slice(at, at + 2);
    if (!known.includes(name) || value === undefined) return null;
    options.set(name, value);
  }
  return options;
}

function contentsOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** The editor of this address, or the first one there is. */
async function editor(email: string | undefined): Promise<Actor | null> {
  const people = (await peopleScreen(systemActor))?.people ?? [];
  const found = people.find(
    (one) => one.active && one.roles.includes("editor") && (email === undefined || one.email === email.toLowerCase()),
  );
  return found ? { id: found.id, roles: found.roles } : null;
}

const wordsOf = (refusal: { kind: string; message?: string }): string => refusal.message ?? refusal.kind;

function refuse(why: string, code: number): number {
  process.stderr.write(`imprimatur import: ${why}\n`);
  return code;
}
