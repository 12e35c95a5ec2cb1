import { hostOfRecord, isUnder } from "@/domain/source/host";
import type { SourceRecord } from "@/domain/source/record";
import { wordsOf } from "./fingerprint";
import type { CitedSource } from "./manuscript";
import type { Rule } from "./rule";
import { sourcesBySection } from "./section-sources";

/** Many citations of one house are one witness that was asked many times. */
export const sourcesSingleOrigin: Rule = {
  id: "sources/single-origin",
  severity: "warning",
  version: 1,
  summary: "A section with several citations rests on more than one publisher.",
  fix: "Add a source from somewhere else, or say in the text that all of this comes from one place.",
  waivable: true,
  check: (_, index) =>
    sourcesBySection(index).flatMap(({ section, part, citations, sources }) => {
      const origin = citations < 2 ? null : originOf(sources);
      if (origin === null) return [];
      const name = part.heading ?? "The opening";
      return [
        {
          place: { kind: "section", section },
          excerpt: part.heading ?? "",
          message: `All ${citations} citations of “${name}” rest on ${origin}.`,
        },
      ];
    }),
};

/** What all sources have in common, in words: the publisher, the host, or that they are one; null when nothing. */
function originOf(sources: readonly CitedSource[]): string | null {
  const [first] = sources;
  if (!first) return null;
  const publisher = shared(sources, ({ publisher: name }) => (name ? wordsOf(name) : null));
  if (publisher !== null) return first.record.publisher ?? publisher;
  const host = shared(sources, siteOf);
  return host ?? (sources.length === 1 ? `one work, “${first.record.title}”` : null);
}

function shared(
  [first, ...rest]: readonly CitedSource[],
  trait: (record: SourceRecord) => string | null,
): string | null {
  const value = first ? trait(first.record) : null;
  return value !== null && rest.every(({ record }) => trait(record) === value) ? value : null;
}

/** The host of an address, unless it only passes on to where the works of all publishers are. */
function siteOf(record: SourceRecord): string | null {
  const host = hostOfRecord(record);
  return host === null || isUnder(host, everybodys) ? null : host;
}

const everybodys = [
  "doi.org",
  "hdl.handle.net",
  "jstor.org",
  "arxiv.org",
  "ncbi.nlm.nih.gov",
  "archive.org",
  "web.archive.org",
  "archive.today",
  "archive.ph",
  "perma.cc",
  "youtube.com",
  "scholar.google.com",
  "books.google.com",
];
