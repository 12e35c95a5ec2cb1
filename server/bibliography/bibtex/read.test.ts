import { expect, test } from "vitest";
import { readBibtex } from "./read";

/** The one record of a text that has one entry. */
const only = (text: string) => {
  const { entries, failures } = readBibtex(text);
  expect(failures).toEqual([]);
  expect(entries).toHaveLength(1);
  return entries[0]!;
};

test("an article is read with its people, its macro and its month", () => {
  const { record, leftOut, key } = only(`@string{jml = "Journal of " # {Links}}
@Article{ moreau99, author = "Moreau, Ada and {Halden Works} and others", title = "Why {HTML} Links Rot", journal = jml,
  year = 1999, month = mar, pages = {88--99}, number = 2, volume = "14", file = {rot.pdf} }`);
  expect(key).toBe("moreau99");
  expect(record).toEqual({
    type: "article-journal",
    title: "Why HTML Links Rot",
    marks: [{ field: "title", from: 4, to: 8, as: "nocase" }],
    author: [{ family: "Moreau", given: "Ada" }, { literal: "Halden Works" }, { literal: "others" }],
    "container-title": "Journal of Links",
    issued: { "date-parts": [[1999, 3]] },
    page: "88-99",
    issue: "2",
    volume: "14",
  });
  expect(leftOut).toEqual(["file"]);
});

test.each([
  [
    "R{\\\"u}diger \\'{E}tienne {\\L}ukasz \\v{S}koda \\c cedille \\'{\\i} \\oe uvre",
    "Rüdiger Étienne Łukasz Škoda çedille í œuvre",
  ],
  ["a -- b --- c ``d'' `e", "a – b — c “d” ‘e"],
  ["$x^{2}$ and $\\alpha_i \\rightarrow \\infty$", "x2 and αi →∞"],
  ["5\\,\\% of R\\&D~costs \\$3 \\textbackslash{}o/ \\{set\\}", "5\u2009% of R&D\u00a0costs $3 \\o/ {set}"],
  [
    "\\emph{Drosophila} \\enquote{mel} \\url{http://a.example} \\href{http://b.example}{here}",
    "Drosophila “mel” http://a.example here",
  ],
])("the LaTeX “%s” is read as people see it", (latex, plain) => {
  expect(only(`@misc{a, title = {${latex}}}`).record.title).toBe(plain);
});

test("one bad entry costs no other, and is named with its line and why", () => {
  const { entries, failures } = readBibtex(`@misc{good, title = {One}}
@misc{open, title = {Two}
@misc{nocomma, title = {Three} year = 1999}
@misc{deep, title = ${"{".repeat(90)}x${"}".repeat(90)}}
@misc{empty}
@misc{last, title = {Six}}`);
  expect(entries.map(({ key, line }) => [key, line])).toEqual([
    ["good", 1],
    ["last", 6],
  ]);
  expect(failures.map(({ key, line }) => [key, line])).toEqual([
    ["open", 2],
    ["nocomma", 3],
    ["deep", 4],
    ["empty", 5],
  ]);
  expect(failures.map(({ raw }) => raw)[1]).toBe("@misc{nocomma, title = {Three} year = 1999}");
});

test("fields after a brace too many are told, not taken for a comment", () => {
  const { failures } = readBibtex("@misc{a, title = {One}},\n  year = {1999},\n}\n@misc{b, title={Two}}");
  expect(failures).toMatchObject([{ key: "a" }]);
});

test("a paper takes from its proceedings what it does not say itself", () => {
  const { entries } = readBibtex(`@inproceedings{p, title={Paper}, author={Doe, Jane}, crossref={all}}
@proceedings{all, title={Proceedings of Links}, year=2011, address={Paris}, editor={Roe, Sam}}`);
  expect(entries[0]!.record).toMatchObject({
    title: "Paper",
    "container-title": "Proceedings of Links",
    issued: { "date-parts": [[2011]] },
    "publisher-place": "Paris",
    editor: [{ family: "Roe", given: "Sam" }],
  });
  expect(entries[0]!.leftOut).toEqual([]);
});

test("entries that refer to each other in a circle, or to nobody, are read all the same", () => {
  const { entries } = readBibtex(
    "@book{a, title={A}, crossref={b}}\n@book{b, title={B}, crossref={a}}\n@book{c, title={C}, crossref={nobody}}",
  );
  expect(entries.map(({ key }) => key)).toEqual(["a", "b", "c"]);
  expect(entries[2]!.leftOut).toEqual(["crossref"]);
});

test("read like pandoc, English titles stand in sentence case and what is protected stays", () => {
  const title = "Maximum Likelihood from {Incomplete} Data via the EM Algorithm: A New iPhone";
  const { entries } = readBibtex(
    `@misc{a, title = {${title}}}\n@misc{b, title = {Der Große Plan}, langid = {german}}`,
    { like: "pandoc" },
  );
  expect(entries.map(({ record }) => record.title)).toEqual([
    "Maximum likelihood from Incomplete data via the EM algorithm: A new iPhone",
    "Der Große Plan",
  ]);
});

test.each([
  [
    "date = {2020-03-04/2020-04-05}",
    {
      "date-parts": [
        [2020, 3, 4],
        [2020, 4, 5],
      ],
    },
  ],
  ["date = {1999~}", { "date-parts": [[1999]], circa: true }],
  ["date = {2020-21}", { "date-parts": [[2020]], season: 1 }],
  ["year = {c. 1650}", { "date-parts": [[1650]], circa: true }],
  ["year = {1998--99}", { "date-parts": [[1998], [1999]] }],
  ["year = {2009 [Online]}", { "date-parts": [[2009]], literal: "2009 [Online]" }],
  ["year = 2001, month = {3 May}", { "date-parts": [[2001, 5, 3]] }],
  ["year = -44", { "date-parts": [[-44]] }],
])("the date %s is read", (field, issued) => {
  expect(only(`@misc{a, title={T}, ${field}}`).record.issued).toEqual(issued);
});

test("a preprint is known by its number, an address in howpublished is its address", () => {
  expect(
    only("@article{a, title={T}, eprint={1905.11437}, archivePrefix={arXiv}, primaryClass={cs.LG}}").record,
  ).toMatchObject({
    archive: "arXiv",
    archive_location: "1905.11437",
    archive_collection: "cs.LG",
  });
  expect(only("@misc{a, title={T}, howpublished={\\url{https://a.example/x\\_y}}}").record.URL).toBe(
    "https://a.example/x_y",
  );
});

test("names are read as BibTeX has them", () => {
  const { record } = only(
    "@misc{a, title={T}, author={Ludwig van Beethoven and de la Fuente, Maria and Smith, Jr., John and {Foo and Bar Ltd} and Plato and family=Mey, given=Jan, prefix=van der, useprefix=true}}",
  );
  expect(record.author).toEqual([
    { family: "Beethoven", given: "Ludwig", "dropping-particle": "van" },
    { family: "Fuente", given: "Maria", "dropping-particle": "de la" },
    { family: "Smith", given: "John", suffix: "Jr." },
    { literal: "Foo and Bar Ltd" },
    { family: "Plato" },
    { family: "Mey", given: "Jan", "non-dropping-particle": "van der" },
  ]);
});
