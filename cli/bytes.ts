import { readFile, stat } from "node:fs/promises";
import { largestDraft } from "@/server/importing/read-text";

/** The bytes of a file (or of the standard input, "-"), or one sentence on why there are none. */
export async function bytesOf(file: string): Promise<Uint8Array | string> {
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
