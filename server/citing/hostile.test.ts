import { expect, test } from "vitest";
import { format } from "./format";
import { readStyle } from "./style";
import { cites, item, works } from "./testing/works";

const style = (inside: string, head = "") => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Odd</title><id>urn:odd</id>${head}</info>${inside}</style>`;
const citation = (inside: string) => `<citation><layout>${inside}</layout></citation>`;

/** What is said against a style, as one line. */
function faults(xml: string): string {
  const read = readStyle(xml);
  return read.ok ? "none" : read.error.join(" ");
}

const run = (xml: string, seconds = 20) =>
  format(
    {
      style: xml,
      locale: "en-GB",
      records: works,
      citations: [
        cites(
          "c",
          works.map(({ reference }) => item(reference)),
        ),
      ],
      uncited: [],
    },
    { seconds },
  );

test.each([
  ["that is no XML", "hello", /well-formed/],
  ["that is cut off", style(citation("")).slice(0, -9), /well-formed/],
  ["with entities of its own", `<!DOCTYPE style [<!ENTITY a "aaaa">]>${style(citation("&a;"))}`, /DOCTYPE/],
  ["of another language", '<html xmlns="http://www.w3.org/1999/xhtml"/>', /namespace/],
  ["that has a script in it", style(`<script>alert(1)</script>${citation("")}`), /script/],
  ["without a title", style(citation("")).replace("<title>Odd</title>", ""), /no title/],
  ["without an id", style(citation("")).replace("<id>urn:odd</id>", ""), /no id/],
  ["of no class", style(citation("")).replace('class="in-text"', ""), /class/],
  ["of a version to come", style(citation("")).replace('version="1.0"', 'version="2.0"'), /version/],
  ["that cites nothing", style(""), /citation/],
  ["with a citation that lays out nothing", style("<citation/>"), /layout/],
  ["that only points at another", style("", '<link rel="independent-parent" href="urn:apa"/>'), /urn:apa/],
  ["that calls a macro which is not there", style(citation('<text macro="gone"/>')), /gone/],
  ["whose text prints nothing", style(citation("<text/>")), /prints nothing/],
  [
    "whose macro calls itself",
    style(`<macro name="m"><text macro="m"/></macro>${citation('<text macro="m"/>')}`),
    /calls itself/,
  ],
  [
    "whose macros call each other in a ring",
    style(
      `<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>${citation('<text macro="a"/>')}`,
    ),
    /calls itself/,
  ],
  ["whose macros multiply", style(multiplying(30) + citation('<text macro="m30"/>')), /too large/],
  ["that is nested without end", style(citation("<group>".repeat(5000) + "</group>".repeat(5000))), /deep/],
  ["with a million names", style(citation('<names variable="author"/>'.repeat(30_000))), /at most|elements/],
])("a style %s is refused in words", (_, xml, words) => {
  expect(faults(xml)).toMatch(words);
});

/** Macros of which each calls the one before twice: m30 would be written out a thousand million times. */
function multiplying(depth: number): string {
  const macro = (level: number) =>
    `<macro name="m${level}">${level === 0 ? '<text value="x"/>' : `<text macro="m${level - 1}"/>`.repeat(2)}</macro>`;
  return Array.from({ length: depth + 1 }, (__, level) => macro(level)).join("");
}

test("a style that prints without end is stopped by name, and the next one is formatted", {
  timeout: 30_000,
}, async () => {
  const huge = `<text value="${"x".repeat(20_000)}"/>`.repeat(20);
  const [stopped, plain] = await Promise.all([
    run(style(citation(huge))),
    run(style(citation('<text variable="title"/>'))),
  ]);
  expect(stopped.ok ? "printed" : stopped.error.kind).toBe("too-large");
  expect(plain.ok).toBe(true);
});

test("a style that eats all memory ends alone, by name", { timeout: 60_000 }, async () => {
  const eating = multiplying(14).replace('value="x"', `value="${"x".repeat(20_000)}"`);
  const stopped = await run(style(`${eating}${citation('<text macro="m14"/>')}`), 30);
  expect(stopped.ok ? "printed" : stopped.error.kind).toMatch(/^too-(?:large|slow)$/);
  expect((await run(style(citation('<text variable="title"/>')))).ok).toBe(true);
});

test("a style that takes too long is stopped by name, while others are answered", { timeout: 30_000 }, async () => {
  const slow = multiplying(17) + citation('<text macro="m17"/>');
  let longest = 0;
  let last = performance.now();
  const probe = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const stopped = await format(
    {
      style: style(slow),
      locale: "en-GB",
      records: works,
      citations: [
        cites(
          "c",
          works.map(({ reference }) => item(reference)),
        ),
      ],
      uncited: [],
    },
    { seconds: 0.5 },
  );
  clearInterval(probe);
  expect(stopped.ok ? "printed" : stopped.error.kind).toBe("too-slow");
  expect((await run(style(citation('<text variable="title"/>')))).ok).toBe(true);
  expect(longest).toBeLessThan(1000);
});
