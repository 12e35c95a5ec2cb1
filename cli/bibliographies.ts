import { realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { fail, ok, type Result } from "@/domain/result";
import type { BibliographyFile } from "@/server/importing/read-bibliography";
import { namedBibliographies } from "@/server/importing/read-paper";
import { readText } from "@/server/importing/read-text";
import { bytesOf } from "./bytes";

/**
 * The bibliographies of a draft: the files that were given, else those that it names itself, which must lie in its own
 * folder. One that cannot be read is refused by name.
 */
export async function bibliographiesOf(
  draft: string,
  bytes: Uint8Array,
  given: readonly string[],
): Promise<Result<BibliographyFile[], string>> {
  const named = given.length > 0 || draft === "-" ? [] : namedIn(bytes);
  const outside: string[] = [];
  const paths = [...given];
  for (const name of named) {
    const path = await within(dirname(draft), name);
    if (path === null) outside.push(name);
    else paths.push(path);
  }
  if (outside.length > 0)
    return fail(
      `${draft} names a bibliography outside of its own folder: ${outside.join(", ")}. Give it with --references.`,
    );
  const files: BibliographyFile[] = [];
  for (const path of paths) {
    const read = await bytesOf(path);
    if (typeof read === "string") return fail(read);
    if (read.byteLength === 0) {
      files.push({ name: basename(path), text: "" });
      continue;
    }
    const text = readText(read);
    if (!text.ok && text.error.kind !== "empty")
      return fail(`${path}: ${text.error.message.replace("The draft", "The file")}`);
    files.push({ name: basename(path), text: text.ok ? text.value : "" });
  }
  return ok(files);
}

function namedIn(bytes: Uint8Array): readonly string[] {
  const text = readText(bytes);
  return text.ok ? namedBibliographies(text.value) : [];
}

/** The path of a file in a folder or below it, links followed; null for one that leads out of it. */
async function within(folder: string, name: string): Promise<string | null> {
  if (isAbsolute(name)) return null;
  const path = join(folder, name);
  const isIn = (from: string, to: string) => {
    const way = relative(from, to);
    return way !== "" && !way.startsWith("..") && !isAbsolute(way);
  };
  if (!isIn(folder, path)) return null;
  try {
    return isIn(await realpath(folder), await realpath(path)) ? path : null;
  } catch {
    return path;
  }
}
