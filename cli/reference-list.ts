import type { FormattedEntry } from "@/domain/citation/formatted";
import { citationsOf } from "@/domain/document/inlines";
import type { ReferenceId } from "@/domain/ids";
import { fail, ok, type Result } from "@/domain/result";
import { format } from "@/server/citing/format";
import type { CheckedDraft } from "@/server/importing/check";

/** An entry of a draft's reference list: its key in the bibliography where it came from one, and its text. */
export type ListedEntry = { key: string | null; text: string };

/** The reference list of a checked draft in a style, or in one sentence why there is none. */
export async function referenceListOf(draft: CheckedDraft, style: string): Promise<Result<ListedEntry[], string>> {
  const records = draft.references.flatMap(({ id, source }) =>
    source ? [{ reference: id, record: source.record }] : [],
  );
  const known = new Set<ReferenceId>(records.map(({ reference }) => reference));
  const citations = citationsOf(draft.document).map(({ id, items }) => ({
    id,
    items: items.flatMap((item) =>
      item.reference !== null && known.has(item.reference) ? [{ ...item, reference: item.reference }] : [],
    ),
    authorInText: false,
    noteIndex: 0,
  }));
  const cited = new Set(citations.flatMap(({ items }) => items.map(({ reference }) => reference)));
  const uncited = [...known].filter((reference) => !cited.has(reference));
  const done = await format({ style, locale: "en-US", records, citations, uncited });
  if (!done.ok) return fail(inWords(done.error));
  const keys = new Map(
    draft.references.map(({ id, source }) => [id, (source && draft.citing?.keyOf.get(source.id)) ?? null]),
  );
  return ok(done.value.bibliography.map((entry) => ({ key: keys.get(entry.reference) ?? null, text: textOf(entry) })));
}

const textOf = ({ label, runs }: FormattedEntry): string =>
  `${label ? `${label} ` : ""}${runs.map(({ text }) => text).join("")}`;

function inWords(fault: { kind: string } & Record<string, unknown>): string {
  if (fault.kind === "style" && Array.isArray(fault["faults"]))
    return `The style cannot be used: ${fault["faults"].join(" ")}`;
  return `The reference list could not be formatted (${fault.kind}).`;
}
