import { expect, test } from "vitest";
import { SourceRecord } from "@/domain/source/record";
import { format } from "./format";
import { cites, item } from "./testing/works";

test("while a long list is formatted, everybody else has their turn", { timeout: 60_000 }, async () => {
  const records = Array.from({ length: 250 }, (_, at) => ({
    reference: `r${at}`,
    record: SourceRecord.parse({
      type: "book",
      title: `Basin ${at}`,
      author: [{ family: `Arden${at % 50}`, given: "Mary" }],
      issued: { "date-parts": [[1980 + (at % 40)]] },
    }),
  }));
  const citations = records.map(({ reference }, at) => cites(`c${at}`, [item(reference)]));
  let turns = 0;
  const others = setInterval(() => (turns += 1), 5);
  const start = performance.now();
  const result = await format({ style: "house-author-date", locale: "en-GB", records, citations, uncited: [] });
  const took = performance.now() - start;
  clearInterval(others);
  expect(result.ok && result.value.bibliography.length).toBe(250);
  // On the main thread it would be one turn or two. A busy machine may take some, never nearly all.
  expect(turns).toBeGreaterThan(Math.min(20, took / 50));
});

test("several at once are all answered, each with its own", async () => {
  const titles = Array.from({ length: 12 }, (_, at) => `Title ${at}`);
  const answers = await Promise.all(
    titles.map((title) =>
      format({
        style: "house",
        locale: "en-GB",
        records: [{ reference: "r", record: SourceRecord.parse({ type: "book", title }) }],
        citations: [],
        uncited: ["r"],
      }),
    ),
  );
  expect(answers.map((answer) => answer.ok && answer.value.bibliography[0]?.runs[0]?.text)).toEqual(titles);
});
