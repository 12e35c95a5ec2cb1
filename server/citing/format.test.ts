import fc from "fast-check";
import { expect, test } from "vitest";
import type { Run } from "@/domain/citation/formatter";
import { locatorLabels } from "@/domain/citation/item";
import { SourceRecord } from "@/domain/source/record";
import { type FormatRequest, format } from "./format";
import { cites, item, plain, shown, works } from "./testing/works";

async function formatted(request: Partial<FormatRequest<string, string>>) {
  const result = await format({
    style: "house",
    locale: "en-GB",
    records: works,
    citations: [],
    uncited: [],
    ...request,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const text = [
  cites("first", [item("basins", { locator: "12-14" })]),
  cites("again", [item("basins")]),
  cites("several", [item("moon", { prefix: "see" }), item("tables"), item("pond")]),
  cites("told", [item("basins", { locator: "3", label: "chapter" })], { authorInText: true }),
];
const inNotes = text.map((citation, index) => ({ ...citation, noteIndex: index + 1 }));

test("a numbered style marks with numbers and lists in the order of citing", async () => {
  const { kind, citations, bibliography } = await formatted({ citations: text, uncited: ["sluices"] });
  expect(kind).toBe("numeric");
  expect(citations.map(({ runs }) => shown(runs))).toEqual(["1", "1", "see 2–4", "1"]);
  expect(citations.map(({ lead }) => shown(lead))).toEqual(["", "", "", "Lee and van Ek"]);
  expect(bibliography.map(({ label, runs }) => `${label} ${shown(runs)}`)).toEqual([
    "1 Ann Lee and Bo van Ek. “Small basins.” *Tides* 12, no. 3 (September 2011): 201–219. <doi.org/10.5555/t.1>",
    "2 Ann Lee and Bo van Ek (eds). *Working by the Moon*. 2nd edition. Southport: Quay Press, 1998.",
    "3 Harbour Office. “Tables.” 4 January 2026. <https://www.harbour.example/tables/>, seen 12 November 2026.",
    "4 “Who owns the pond?” *Creek Observer*, 17 May 2024, p. 4.",
    "5 Ann Lee. “Sluices.” In *Mills*, edited by Bo van Ek, pp. 3–9. Quay Press, 1999.",
  ]);
});

test("a style of authors and years lists by name, and can name authors in the sentence", async () => {
  const { kind, hanging, citations, bibliography } = await formatted({ style: "house-author-date", citations: text });
  expect([kind, hanging]).toEqual(["author-date", true]);
  expect(citations.map(({ runs }) => shown(runs))).toEqual([
    "(Lee and van Ek 2011, pp. 12–14)",
    "(Lee and van Ek 2011)",
    "(see Lee and van Ek 1998; “Who owns the pond?” 2024; Harbour Office 2026)",
    "Lee and van Ek (2011, ch. 3)",
  ]);
  expect(bibliography.map(({ reference }) => reference)).toEqual(["tables", "moon", "basins", "pond"]);
});

test("what was formatted before leaves no trace in the next text of the same style", async () => {
  const [first, second, third] = ["Ames", "Ames", "Zorn"].map((family, at) => ({
    reference: `${family} ${at}`,
    record: SourceRecord.parse({
      type: "book",
      title: "Locks",
      author: [{ family }],
      issued: { "date-parts": [[2011]] },
    }),
  }));
  if (!first || !second || !third) throw new Error("there are three");
  const told = async (...records: (typeof first)[]) => {
    const citations = records.map(({ reference }) => cites(reference, [item(reference)]));
    const { citations: marks, bibliography } = await formatted({ style: "apa", locale: "en-US", records, citations });
    return [marks.map(({ runs }) => shown(runs)).join(" "), ...bibliography.map(({ runs }) => shown(runs))];
  };
  for (const turn of [1, 2]) {
    expect(await told(first, second), `turn ${turn}`).toEqual([
      "(Ames, 2011a) (Ames, 2011b)",
      "Ames. (2011a). *Locks*.",
      "Ames. (2011b). *Locks*.",
    ]);
    expect(await told(third, first), `turn ${turn}`).toEqual([
      "(Zorn, 2011) (Ames, 2011)",
      "Ames. (2011). *Locks*.",
      "Zorn. (2011). *Locks*.",
    ]);
  }
});

test("a style of notes writes the first note out and refers back to it later", async () => {
  const { kind, citations } = await formatted({ style: "house-notes", citations: inNotes });
  expect(kind).toBe("note");
  expect(citations.map(({ runs }) => shown(runs))).toEqual([
    "Ann Lee and Bo van Ek, “Small basins,” *Tides* 12, no. 3 (September 2011): 201–219, pp. 12–14, <doi.org/10.5555/t.1>.",
    "Lee and van Ek, “Small basins” (note 1).",
    "see Ann Lee and Bo van Ek (eds), *Working by the Moon*, 2nd edition. Southport: Quay Press, 1998; Harbour Office, “Tables,” 4 January 2026, <https://www.harbour.example/tables/>, seen 12 November 2026; “Who owns the pond?,” *Creek Observer*, 17 May 2024, p. 4.",
    "Lee and van Ek, “Small basins,” ch. 3 (note 1).",
  ]);
});

test("the same work cited twice in a row is ibid in the note after", async () => {
  const citations = [cites("a", [item("moon")], { noteIndex: 1 }), cites("b", [item("moon")], { noteIndex: 2 })];
  const { citations: drawn } = await formatted({ style: "house-notes", citations });
  expect(drawn.map(({ runs }) => plain(runs)).at(1)).toBe("Ibid.");
});

test.each([
  ["house", "en-US", "1", "Bo van Ek (eds)"],
  ["house", "de-DE", "1", "2. Aufl. Southport: Quay Press, 1998."],
  ["house", "es-ES", "1", "2.ª ed. Southport: Quay Press, 1998."],
  ["house-author-date", "de-DE", "(Lee und van Ek 2011, S. 12–14)", "Lee, Ann und Bo van Ek (Hrsg.)"],
  ["house-author-date", "nl-NL", "(Lee en van Ek 2011, pp. 12-14)", "Lee, Ann en Bo van Ek (red.)"],
  ["house-author-date", "fr-FR", "(Lee et van Ek 2011, p. 12‑14)", "Lee, Ann et Bo van Ek (éd.)"],
  ["house-notes", "fr-FR", "« Small basins »", "2ᵉ éd."],
  ["house-notes", "de-DE", "„Small basins“", "2. Aufl."],
  ["house-notes", "es-ES", "«Small basins»", "2.ª ed."],
  ["apa", "de-DE", "(Lee & van Ek, 2011, S. 12–14)", "Lee, A., & van Ek, B. (Hrsg.). (1998)"],
])("%s speaks the language that is asked for: %s", async (style, locale, mark, entry) => {
  const { citations, bibliography } = await formatted({ style, locale, citations: text });
  // Some languages keep a space from breaking where others do not; here a space is a space.
  const read = (runs: readonly Run[] = []) => plain(runs).replace(/\s/gu, " ");
  expect(read(citations[0]?.runs)).toContain(mark);
  expect(read(bibliography.find(({ reference }) => reference === "moon")?.runs)).toContain(entry);
});

test("every kind of locator that CSL knows is told by its own term", async () => {
  const citations = locatorLabels.map((label) => cites(label, [item("moon", { locator: "7", label })]));
  const { citations: drawn } = await formatted({ style: "house-author-date", citations });
  const told = drawn.map(({ runs }) => plain(runs));
  expect(told.filter((words) => !/^\(Lee and van Ek 1998, .*7\)$/.test(words))).toEqual([]);
  expect(new Set(told).size).toBe(locatorLabels.length);
});

test("each piece of a citation points at its own entry", async () => {
  const { citations } = await formatted({ style: "house-author-date", citations: text });
  const pieces = (citations[2]?.runs ?? []).flatMap(({ text: words, reference }) =>
    reference ? [[words, reference]] : [],
  );
  expect(pieces).toEqual([
    ["Lee and van Ek 1998", "moon"],
    ["“Who owns the pond?” 2024", "pond"],
    ["Harbour Office 2026", "tables"],
  ]);
});

test("a citation of nothing that is known is drawn as nothing", async () => {
  const { citations, bibliography } = await formatted({ citations: [cites("hole", [])] });
  expect([citations, bibliography]).toEqual([[{ id: "hole", lead: [], runs: [] }], []]);
});

test("what looks like markup in a record stays text, whatever the style", async () => {
  const evil = '<script>alert("1")</script> <i>x</i> & \uFDD2%%STRING%% {:title: y}';
  const record = SourceRecord.parse({ type: "book", title: evil, note: "{:title: other} genre: z", publisher: "<b>" });
  const before = JSON.stringify(record);
  for (const style of ["house", "house-author-date", "house-notes", "vancouver", "harvard1"]) {
    const request = { style, records: [{ reference: "evil", record }], citations: [cites("c", [item("evil")])] };
    const { bibliography } = await formatted(request);
    expect(plain(bibliography[0]?.runs ?? [])).toMatch(
      /<script>alert\(.1.\)<\/script> <i>x<\/i> & %%STRING%% \{:title: y\}/iu,
    );
  }
  expect(JSON.stringify(record)).toBe(before);
});

test("a name that begins with a rare character is initialised without leaving half of it", async () => {
  const author = [{ family: "Ek", given: "\u{1D49C}da" }];
  const record = SourceRecord.parse({ type: "book", title: "\u{20BB7}\u{1F600}", author });
  for (const style of ["vancouver", "harvard1"]) {
    const { bibliography } = await formatted({ style, records: [{ reference: "r", record }], uncited: ["r"] });
    const text = plain(bibliography[0]?.runs ?? []);
    expect(text).toContain("\u{20BB7}\u{1F600}");
    expect(text).not.toMatch(/\p{Surrogate}/u);
  }
});

test("a link is never made of what is no web address", async () => {
  const record = SourceRecord.parse({ type: "book", title: "javascript:alert(1)", DOI: "javascript:alert(1)" });
  const { bibliography } = await formatted({ records: [{ reference: "r", record }], uncited: ["r"] });
  expect(bibliography[0]?.runs.filter(({ href }) => href)).toEqual([]);
});

test("every citation and every reference comes back once, and no character of a title is lost", {
  timeout: 30_000,
}, async () => {
  const word = fc
    .string({ unit: "binary", minLength: 1, maxLength: 12 })
    .map((odd) => `T${odd.replace(/[\s"'‘’“”\uFDD0-\uFDEF\p{C}]/gu, "x")}`);
  const titles = fc.uniqueArray(word, { minLength: 1, maxLength: 6 });
  const style = fc.constantFrom("house", "house-author-date", "house-notes", "vancouver");
  await fc.assert(
    fc.asyncProperty(
      titles,
      style,
      fc.array(fc.array(fc.nat(5), { maxLength: 3 }), { maxLength: 6 }),
      async (all, name, places) => {
        const records = all.map((title, index) => ({
          reference: `r${index}`,
          record: SourceRecord.parse({ type: "book", title, author: [{ family: `F${index}` }] }),
        }));
        const citations = places.map((cited, index) =>
          cites(
            `c${index}`,
            cited.filter((at) => at < all.length).map((at) => item(`r${at}`)),
            { noteIndex: index + 1 },
          ),
        );
        const done = await formatted({
          style: name,
          records,
          citations,
          uncited: records.map(({ reference }) => reference),
        });
        expect(done.citations.map(({ id }) => id)).toEqual(citations.map(({ id }) => id));
        expect(done.bibliography.map(({ reference }) => reference).toSorted()).toEqual(
          records.map(({ reference }) => reference),
        );
        for (const { reference, runs } of done.bibliography)
          expect(plain(runs).normalize()).toContain(all[Number(reference.slice(1))]?.normalize());
      },
    ),
    { numRuns: 25 },
  );
});
