import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { type CheckedDraft, checkText } from "@/server/importing/check";
import { largestDraft } from "@/server/importing/read-text";
import { checkJson } from "./check-json";
import { checkReport } from "./check-report";
import type { Command } from "./command";

/** `imprimatur check FILE [--json]`: exit 0 when the draft could be published, 1 when it is blocked, 2 on bad input. */
export const check: Command = {
  usage: "check FILE [--json]",
  summary: "say what a draft holds and what keeps it from being published",
  run: async (args) => {
    const unknown = args.filter((arg) => arg.startsWith("-") && arg !== "--json" && arg !== "-" && arg !== "--");
    const files = args.filter((arg) => !arg.startsWith("-") || arg === "-");
    const [file] = files;
    if (unknown.length > 0) return refuse(`there is no option ${unknown.join(", ")}; usage: imprimatur ${check.usage}`);
    if (file === undefined || files.length > 1) return refuse(`one FILE is needed; usage: imprimatur ${check.usage}`);
    const bytes = await bytesOf(file);
    if (typeof bytes === "string") return refuse(bytes);
    const checked = checkText(bytes, file === "-" ? null : basename(file));
    if (!checked.ok) return refuse(`${file}: ${checked.error.message}`);
    process.stdout.write(print(checked.value, args.includes("--json")));
    return checked.value.publishable ? 0 : 1;
  },
};

function print(draft: CheckedDraft, json: boolean): string {
  if (json) return `${JSON.stringify(checkJson(draft), null, 2)}\n`;
  return checkReport(draft, { coloured: process.stdout.isTTY === true && !process.env["NO_COLOR"] });
}

function refuse(why: string): number {
  process.stderr.write(`imprimatur check: ${why}\n`);
  return 2;
}

/** The bytes of a file (or of the standard input, "-"), or one sentence on why there are none. */
async function bytesOf(file: string): Promise<Uint8Array | string> {
  try {
    if (file === "-") return await readInput();
    const found = await stat(file);
    if (found.isDirectory()) return `${file} is a folder, not a file.`;
    if (found.size > largestDraft)
      return `${file}: The draft has ${(found.size / 1024 / 1024).toFixed(1)} MB; the most that is read is 5 MB.`;
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT" || code === "ENOTDIR") return `There is no file ${file}.`;
    return `${file} cannot be read: ${error instanceof Error ? error.message : "unknown reason"}.`;
  }
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    length += bytes.byteLength;
    if (length > largestDraft) break;
  }
  return Buffer.concat(chunks);
}
