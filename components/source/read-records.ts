import { type PastedKind, whatIsPasted } from "@/domain/source/pasted";
import { recordFromPasted } from "@/domain/source/from-pasted";
import type { SourceRecord } from "@/domain/source/record";

/** What could be read from a pasted text, and what could not, in words. */
export type ReadRecords = { records: Partial<SourceRecord>[]; problems: string[] };

/** Whether a text is a file of records, which says all that there is, rather than something to look up. */
export const isFileKind = (kind: PastedKind): boolean => files.has(kind);
const files: ReadonlySet<PastedKind> = new Set<PastedKind>(["bibtex", "ris", "csl-json", "endnote"]);

/** Reads what was pasted: files of records on the server, a single thing (a DOI, an address, a reference) here. */
export async function readRecords(text: string): Promise<ReadRecords> {
  const [first] = whatIsPasted(text);
  if (first && !isFileKind(first.kind)) return { records: [recordFromPasted(first)], problems: [] };
  try {
    const response = await fetch("/api/sources/read", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text }),
    });
    if (response.ok) return await response.json();
    if (response.status === 413) return { records: [], problems: ["That is more than can be read at once."] };
    return { records: [], problems: ["The desk could not read this. Try again, or fill in the form."] };
  } catch {
    return { records: [], problems: ["The desk cannot be reached. Check your connection."] };
  }
}
