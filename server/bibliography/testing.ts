import fc from "fast-check";
import { type SourceDate, type SourceName, SourceRecord, sourceTypes } from "@/domain/source/record";

/** Texts as titles and notes have them: letters of many scripts, signs that formats give a meaning, no doubled blanks. */
export const words = (most = 40): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 4 }) },
      ),
      { minLength: 1, maxLength: most },
    )
    .map((all) => clean(all.join("")))
    .map((text) => text || "x");

/** One line, trimmed, without control characters: what the desk's own forms make. */
const clean = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();

const pieces = [
  "Links",
  " rot ",
  "and",
  " and ",
  "De ",
  "von ",
  "{",
  "}",
  "\\",
  "$",
  "%",
  "&",
  "#",
  "_",
  "^",
  "~",
  "`",
  "'",
  "''",
  '"',
  "--",
  "---",
  "<i>",
  "&amp;",
  "]]>",
  "@article{x,",
  "é",
  "ß",
  "שלום",
  "مرحبا",
  "漢字",
  "🦄",
  "–",
  "“",
  "”",
  ":",
  ";",
  ",",
  ".",
  "?",
  "!",
  "=",
  "|",
  "/",
  "  - ",
  "TY  - ",
  "%A ",
  "\\emph",
  "\u00a0",
  "and others",
  "A",
  "b",
  "7",
];

const part = words(6);
const name: fc.Arbitrary<SourceName> = fc.oneof(
  part.map((literal) => ({ literal })),
  fc.record({ family: part, given: part }),
  part.map((family) => ({ family })),
  fc.record({ family: part, given: part, suffix: fc.constantFrom("Jr.", "III", "MD, PhD") }),
  fc.record({ family: part, given: part, "dropping-particle": fc.constantFrom("von", "de la", "Le", "d’") }),
  fc.record({ family: part, given: part, "non-dropping-particle": fc.constantFrom("van", "van der", "De") }),
);

const day = fc.oneof(
  // No calendar of sources has a year nought.
  fc.tuple(fc.integer({ min: -400, max: 2100 }).filter((year) => year !== 0)),
  fc.tuple(fc.integer({ min: 1, max: 2100 }), fc.integer({ min: 1, max: 12 })),
  fc.tuple(fc.integer({ min: 1000, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })),
);
const date: fc.Arbitrary<SourceDate> = fc.oneof(
  day.map((one) => ({ "date-parts": [[...one]] })),
  fc.tuple(day, day).map(([from, to]) => ({ "date-parts": [[...from], [...to]] })),
  day.map((one) => ({ "date-parts": [[...one]], circa: true as const })),
  fc
    .tuple(fc.integer({ min: 1000, max: 2100 }), fc.constantFrom(1, 2, 3, 4))
    .map(([year, season]) => ({ "date-parts": [[year]], season })),
  fc.tuple(day, part).map(([one, literal]) => ({ "date-parts": [[...one]], literal })),
);

const address = fc
  .webUrl({ withQueryParameters: true, withFragments: true })
  .filter((url) => SourceRecord.shape.URL.safeParse(url).success);

/** Records of every type with any of their fields. */
export const records: fc.Arbitrary<SourceRecord> = fc
  .record({
    type: fc.constantFrom(...sourceTypes),
    title: words(),
    rest: fc.dictionary(fc.constantFrom(...variables()), fc.nat(), { maxKeys: 12 }),
    seed: fc.tuple(words(20), fc.array(name, { minLength: 1, maxLength: 3 }), date, address, marksOf()),
  })
  .map(({ type, title, rest, seed: [text, people, when, url, marks] }) => {
    const record: Record<string, unknown> = { type, title };
    for (const variable of Object.keys(rest)) record[variable] = valueFor(variable, { text, people, when, url });
    const placed = marks.flatMap(({ at, length, as }) =>
      at + length <= title.length ? [{ field: "title" as const, from: at, to: at + length, as }] : [],
    );
    if (placed.length > 0) record["marks"] = placed.slice(0, 1);
    return SourceRecord.parse(record);
  });

function variables(): string[] {
  return Object.keys(SourceRecord.shape).filter((variable) => !["type", "title", "marks"].includes(variable));
}

const identifiers: Readonly<Record<string, string>> = {
  DOI: "10.1017/S1472669614(00)255-<1::AID>3.0.CO;2-#_%",
  ISBN: "978-3-540-30301-5",
  ISSN: "1472-6696",
  PMID: "23149242",
  PMCID: "PMC3149242",
};

type Seed = { text: string; people: SourceName[]; when: SourceDate; url: string };

function valueFor(variable: string, { text, people, when, url }: Seed): unknown {
  if (variable === "URL") return url;
  const identifier = identifiers[variable];
  if (identifier) return identifier;
  const shape = new Map<string, { safeParse: (value: unknown) => { success: boolean } }>(
    Object.entries(SourceRecord.shape),
  ).get(variable);
  return [text, people, when].find((value) => shape?.safeParse(value).success);
}

function marksOf() {
  return fc.array(
    fc.record({
      at: fc.nat({ max: 20 }),
      length: fc.integer({ min: 1, max: 10 }),
      as: fc.constantFrom(
        "italic" as const,
        "bold" as const,
        "small-caps" as const,
        "sub" as const,
        "sup" as const,
        "nocase" as const,
      ),
    }),
    { maxLength: 1 },
  );
}
