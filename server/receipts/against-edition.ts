import { createHash } from "node:crypto";
import type { Node } from "prosemirror-model";
import { z } from "zod";
import { canonicalJson } from "@/domain/document/canonical";
import { frontOf, partsOf } from "@/domain/document/parts";
import { readPart } from "@/domain/document/read";
import { schema } from "@/domain/document/schema";
import { ReferenceId, SourceId } from "@/domain/ids";
import { articleDigestText, sectionDigestText } from "@/domain/publishing/digest";
import type { Receipt } from "@/domain/publishing/receipt/receipt";
import { fail, ok, type Result } from "@/domain/result";
import type { Reference } from "@/domain/rules/manuscript";
import { SourceRecord } from "@/domain/source/record";
import { type Check, readJson, told } from "./checked";

/** What the JSON of an edition has to hold, for its digests to be computed anew. */
const EditionJson = z.object({
  edition: z.object({ id: z.string() }),
  sections: z.array(z.object({ body: z.unknown() })),
  references: z.array(z.object({ id: ReferenceId, record: z.unknown() })),
});

/** Compares the JSON of an edition with its receipt: every digest is computed anew, from the text and the sources. */
export function checkEdition(bytes: Uint8Array, receipt: Receipt): Result<Check[], string> {
  const read = readJson(bytes);
  if (!read.ok) return read;
  const edition = EditionJson.safeParse(read.value.value);
  if (!edition.success) return fail("It is not the JSON of an edition.");
  const { sections, references } = edition.data;
  const parts: Node[] = [];
  for (const { body } of sections) {
    const part = readPart(body);
    if (!part.ok) return fail("The text of a section cannot be read.");
    parts.push(part.value);
  }
  if (parts[0]?.type.name !== "front") return fail("It has no front.");
  const document = schema.node("doc", null, parts);
  const records = new Map(references.map(({ id, record }) => [id, record]));
  const manuscript = { document, references: references.map(asReference) };
  const digests = partsOf(document).map((part) => ({
    id: part.id,
    digest: sha256(sectionDigestText(part, manuscript, receipt.rules.version)),
  }));
  const changed = receipt.sections.filter(({ digest }, index) => digests[index]?.digest !== digest);
  const others = receipt.sources.filter(
    ({ reference, record }) => sha256(canonicalJson(records.get(ReferenceId.parse(reference)) ?? null)) !== record,
  );
  const { title, byline } = frontOf(document);
  return ok([
    told(
      edition.data.edition.id === receipt.edition.id,
      "It is the edition that the receipt is about.",
      "It is another edition than the receipt is about.",
    ),
    told(
      changed.length === 0 && digests.length === receipt.sections.length,
      "Every section is, to the letter, the text that was approved.",
      `This is not the text that was approved: ${changed.map(({ kind, heading }) => heading || (kind === "front" ? "the title and the order" : "the opening")).join(", ") || "there are other sections"}.`,
    ),
    told(
      sha256(articleDigestText(digests, receipt.rules.version)) === receipt.edition.digest,
      "The digest of the whole text is the receipt’s.",
      "The digest of the whole text is not the receipt’s.",
    ),
    told(
      others.length === 0 && references.length === receipt.sources.length,
      "Every source is as the receipt has it.",
      "A source is not as the receipt has it.",
    ),
    told(
      title === receipt.edition.title.trim() && byline === receipt.edition.byline.trim(),
      "Title and byline are those of the receipt.",
      "Title or byline are not those of the receipt.",
    ),
  ]);
}

/** A digest knows a source only by its record. */
function asReference({ id, record }: { id: ReferenceId; record: unknown }): Reference {
  const read = SourceRecord.safeParse(record);
  return {
    id,
    original: null,
    labels: [],
    ownNumber: false,
    source: read.success ? { id: SourceId.parse(id), record: read.data } : null,
  };
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
