import type { SourceRecord } from "@/domain/source/record";
import type { WrittenFormat } from "./formats";

type Field = keyof SourceRecord;

/**
 * The fields that a format cannot say, or not always: exactly these can be lost on the way out and back, as the tests see
 * with records of every type and field. The guide says why in words.
 */
export const losses: Readonly<Record<WrittenFormat, readonly Field[]>> = {
  biblatex: [],
  "csl-json": ["title", "container-title", "collection-title", "marks"],
  bibtex: [
    "author",
    "editor",
    "translator",
    "container-author",
    "collection-editor",
    "original-author",
    "reviewed-author",
    "compiler",
    "composer",
    "contributor",
    "director",
    "host",
    "illustrator",
    "interviewer",
    "performer",
    "producer",
    "recipient",
  ],
  ris: tagged(),
  enw: [...tagged(), "number", "issue", "container-title-short"],
};

function tagged(): Field[] {
  return [
    "type",
    "marks",
    "author",
    "editor",
    "translator",
    "collection-editor",
    "container-author",
    "original-author",
    "reviewed-author",
    "compiler",
    "composer",
    "contributor",
    "director",
    "host",
    "illustrator",
    "interviewer",
    "performer",
    "producer",
    "recipient",
    "edition",
    "version",
    "section",
    "chapter-number",
    "event-title",
    "event-place",
    "event-date",
    "original-date",
    "original-title",
    "original-publisher",
    "original-publisher-place",
    "submitted",
    "available-date",
    "annote",
    "archive-place",
    "archive_collection",
    "authority",
    "collection-number",
    "dimensions",
    "jurisdiction",
    "medium",
    "number-of-pages",
    "part-number",
    "part-title",
    "references",
    "scale",
    "status",
    "volume-title",
  ];
}
