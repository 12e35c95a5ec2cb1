import "@citation-js/plugin-bibtex";
import { plugins } from "@citation-js/core";
import { fail, ok, type Result } from "@/domain/result";
import type { SourceRecord } from "@/domain/source/record";
import { recordFromCsl } from "./csl-record";

/** What was read from a pasted text: whole records, and in sentences what could not be read or was left out. */
export type ReadRecords = { records: SourceRecord[]; problems: string[] };

const most = 500;

/** Reads CSL-JSON or BibTeX (BibLaTeX too), one record or many; never fails, but says what is wrong. */
export function readSourceRecords(text: string): ReadRecords {
  const entries = /^\s*[[{]/u.test(text) ? readJson(text) : readBibtex(text);
  if (!entries.ok) return { records: [], problems: [entries.error] };
  const read = entries.value.slice(0, most).map(recordFromCsl);
  const records = read.flatMap(({ record }) => (record ? [record] : []));
  const problems = read.flatMap((one) => one.problems);
  if (entries.value.length > most) problems.push(`Only the first ${most} records were read.`);
  if (entries.value.length === 0) problems.push("There is no record in this text.");
  return { records, problems };
}

function readJson(text: string): Result<unknown[], string> {
  try {
    const value: unknown = JSON.parse(text);
    return ok(Array.isArray(value) ? value : [value]);
  } catch {
    return fail("This looks like CSL-JSON, but it is not whole: a bracket, comma or quote is missing.");
  }
}

/** The type is forced, so that nothing in the text can make the library do anything but parse. */
function readBibtex(text: string): Result<unknown[], string> {
  const forceType = isBiblatex(text) ? "@biblatex/text" : "@bibtex/text";
  try {
    const entries = plugins.input.chain(text, { forceType, target: "@csl/list+object", generateGraph: false });
    return ok(Array.isArray(entries) ? entries : []);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    return fail(`This is not BibTeX that can be read${why ? `: ${why.slice(0, 200)}` : ""}.`);
  }
}

/** Entry types and fields that only BibLaTeX has. */
const isBiblatex = (text: string): boolean =>
  /@(?:online|report|thesis|dataset|software|patent|collection|periodical|reference|mvbook)\s*\{|^\s*(?:journaltitle|date|location|urldate|maintitle|eventtitle)\s*=/imu.test(
    text,
  );
