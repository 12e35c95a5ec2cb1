import { expect, test } from "vitest";
import { readBibtex } from "./bibtex/read";
import { formatNames, formats } from "./formats";
import { fuzz } from "./fuzz";
import { fuzzSeeds } from "./fuzz-seeds";

test("a thousand broken files of all formats crash nothing and hang nothing", () => {
  const { inputs, slowest } = fuzz(fuzzSeeds, 1000, 7);
  expect(inputs).toBe(1000);
  expect(slowest).toBeLessThan(5000);
}, 30_000);

test("what is whole is read whole: every start of the broken ones gives its entries", () => {
  for (const seed of fuzzSeeds) {
    const most = Math.max(...formatNames.map((name) => formats[name].read(seed).entries.length));
    expect(most).toBeGreaterThan(1);
  }
});

test.each([
  ["deep braces", `@misc{a, title={${"{".repeat(500_000)}`],
  [
    "macros of macros",
    `@string{a={xxxxxxxxxx}}\n${Array.from({ length: 2000 }, (_, at) => `@string{m${at}=${at === 0 ? "a" : `m${at - 1} # m${at - 1}`}}`).join("\n")}\n@misc{b,title=m1999}`,
  ],
  ["accents on accents", `@misc{a, title={${"\\'".repeat(90_000)}e}}`],
  ["many that are not closed", "@misc{a, title={x\n".repeat(20_000)],
  ["much that is empty between entries", `@misc{a, title={A}}${"\n".repeat(300_000)}@misc{b, title={B}}`],
  ["many accents in one title", `@misc{a, title={${"\\'e ".repeat(40_000)}}}`],
  [
    "many who refer to each other",
    Array.from(
      { length: 3000 },
      (_, at) => `@book{k${at}, title={T}, crossref={k${at + 1}}, xdata={k${at + 2},k${at + 3}}}`,
    ).join("\n"),
  ],
])("%s cost little", (_, text) => {
  expect(processorTime(() => readBibtex(text))).toBeLessThan(3000);
});

test("a billion laughs are not laughed", () => {
  const { entries, failures } = formats["endnote-xml"].read(
    `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><xml><records><record><titles><title>&lol2;</title></titles></record></records></xml>`,
  );
  expect(entries).toEqual([]);
  expect(failures[0]?.why).toContain("entities");
});

test("an address that is none because of one blank at its end costs little", () => {
  const text = JSON.stringify({ type: "webpage", title: "T", URL: `https://${"x".repeat(150_000)} y` });
  expect(processorTime(() => formats["csl-json"].read(text))).toBeLessThan(500);
});

test("quotes without end in JSON and records without end in XML cost little", () => {
  const took = processorTime(() => {
    formats["csl-json"].read(`[${'"\\'.repeat(500_000)}`);
    formats["endnote-xml"].read("<record>".repeat(100_000));
  });
  expect(took).toBeLessThan(3000);
});

/** Milliseconds of a processor, which other work on the machine does not lengthen. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}
