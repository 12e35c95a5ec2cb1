import { expect, test } from "vitest";
import { readRetractions } from "./read-retractions";

const head =
  "Record ID,Title,RetractionDOI,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason";
async function* streamed(text: string, size = 7) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const read = (text: string, size?: number) => readRetractions(streamed(text, size));

test("a list is read however it is cut on its way, quoted commas and line breaks included", async () => {
  const list = `\uFEFF${head}\r\n1,"Ferries, bridges\nand tides",10.5555/n,5/4/2024 0:00,10.5555/a,0,Retraction,+Error;\r\n`;
  for (const size of [1, 7, 1000])
    expect(await read(list, size)).toMatchObject({
      ok: true,
      value: { rows: 1, problemCount: 0, notices: [{ of: { value: "10.5555/a" }, noticedOn: "2024-05-04" }] },
    });
});

test("rows that say nothing are counted, wrong ones are told by their line, and the rest is taken in", async () => {
  const list = [
    head,
    "1,A,10.5555/n1,5/4/2024 0:00,10.5555/a,1001,Retraction,",
    "2,B,unavailable,5/4/2024 0:00,unavailable,0,Retraction,",
    "3,C,10.5555/n3,5/4/2024 0:00,10.5555/c,0,Applause,",
    "4,D,10.5555/n4,the day before,10.5555/d,0,Correction,",
    '5,"E,10.5555/n5" x,5/4/2024 0:00,10.5555/e,0,Retraction,',
    "6,F,10.5555/n6,5/4/2024 0:00,10.5555/f,0,Reinstatement,",
    "7,G,10.5555/n7,5/4/2024 0:00,10.5555/g,0,Retraction,",
    "",
  ].join("\n");
  const answer = await read(list);
  if (!answer.ok) throw new Error(answer.error.message);
  expect(answer.value.nameless).toBe(1);
  expect(answer.value.problems.map(({ line }) => line)).toEqual([4, 5, 6]);
  expect(answer.value.notices.map(({ of, kind }) => `${of.value} ${kind}`)).toEqual([
    "10.5555/a retracted",
    "1001 retracted",
    "10.5555/d corrected",
    "10.5555/f reinstated",
    "10.5555/g retracted",
  ]);
});

test("a list with other columns is refused by name, and so is what is no list", async () => {
  expect(await read("Name,DOI\nx,10.5555/a\n")).toMatchObject({
    ok: false,
    error: { kind: "wrong-columns", message: "The list has no column RetractionNature and no OriginalPaperDOI." },
  });
  expect(await read("")).toMatchObject({ ok: false, error: { kind: "unreadable" } });
  expect(await read(`${head}\n`)).toMatchObject({ ok: false, error: { kind: "unreadable" } });
  expect(await read(`${head}\n1,"open to the end`)).toMatchObject({ ok: false });
});

test("a list that breaks off on its way is refused as a whole", async () => {
  async function* broken() {
    yield new TextEncoder().encode(`${head}\n1,A,10.5555/n1,5/4/2024 0:00,10.5555/a,1001,Retraction,\n`);
    throw new Error("gone");
  }
  expect(await readRetractions(broken())).toMatchObject({ ok: false, error: { kind: "unreadable" } });
});

test("a quotation mark that is never closed is told with the lines that it swallowed", async () => {
  const rows = Array.from(
    { length: 40 },
    (_, at) => `${at},T,10.5555/n${at},5/4/2024 0:00,10.5555/w${at},0,Retraction,`,
  );
  const list = [head, ...rows.slice(0, 3), '99,"never closed', ...rows.slice(3), '100,"closed"', ""].join("\n");
  const answer = await read(list, 1000);
  expect(answer).toMatchObject({ ok: true, value: { problems: [{ line: 5 }, {}] } });
});
