import { guessRecord } from "@/domain/source/guess";
import type { SourceRecord } from "@/domain/source/record";

/** What could be read from a pasted text, and what could not, in words. */
export type ReadRecords = { records: Partial<SourceRecord>[]; problems: string[] };

/** Reads what was pasted: BibTeX and CSL-JSON on the server, a single line (a DOI, an address, a reference) here. */
export async function readRecords(text: string): Promise<ReadRecords> {
  if (!/^\s*(?:@\s*\w+\s*[{(]|[[{])/u.test(text)) return { records: [guessRecord(text)], problems: [] };
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
