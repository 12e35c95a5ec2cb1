import fc from "fast-check";
import { expect, test } from "vitest";
import type { SourceRecord } from "@/domain/source/record";
import { writtenFormats } from "./formats";
import { losses } from "./losses";
import { records } from "./testing";
import { written } from "./written";

test.each(writtenFormats)("what %s can say of a record is the same when it is read back", (format) => {
  fc.assert(
    fc.property(records, (record) => {
      const { lost } = written(format, "moreau99", record);
      expect(lost.filter((field) => !losses[format].some((name) => name === field))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test.each(writtenFormats)("the table of what %s cannot say names nothing that it can", (format) => {
  const lost = new Set(hard.flatMap((record) => written(format, "k", record).lost));
  const never = losses[format].filter((field) => !lost.has(field));
  expect(never).toEqual([]);
});

const mey = [{ family: "Mey", given: "Jan", "non-dropping-particle": "van der" }];
const day = { "date-parts": [[1999, 3, 4]] };
const everything = {
  title: "A <i>tag</i> in words",
  "container-title": "<b>In</b>",
  "collection-title": "<sup>On</sup>",
  marks: [{ field: "title", from: 0, to: 1, as: "italic" }],
  ...Object.fromEntries(losses.bibtex.map((role) => [role, mey])),
  ...Object.fromEntries(["original-date", "event-date", "submitted", "available-date"].map((field) => [field, day])),
  ...Object.fromEntries(
    losses.enw.flatMap((field) =>
      ["type", "marks", "original-date", "event-date", "submitted", "available-date", ...losses.bibtex].includes(field)
        ? []
        : [[field, "Said"]],
    ),
  ),
} satisfies Partial<SourceRecord>;
const { "container-title": _, ...alone } = everything;
/** Records of types that put the same field to different uses, and one that stands in nothing. */
const hard: SourceRecord[] = [
  ...(["treaty", "chapter", "software", "report", "article-journal"] as const).map((type) => ({ ...everything, type })),
  { ...alone, type: "paper-conference" },
];
