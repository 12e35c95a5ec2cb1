import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeQuote, type QuoteJudgement, readableText } from "@/domain/source/quote/judge";
import { closest } from "./closest";

const story = `The harbour board did not approve the bridge in 2019. Of 1,200 letters that it received, 12 % asked for a
ferry instead; the cost was put at €4.5 million, never more than Ada Moreau had said on 3 May. "We were asked twice,"
the chair-
man wrote, "and both times we said no." Critics called the well-known report an odd mix of fact and fiction. The
e\u{FB03}cient ferry runs every 20 minutes — in winter too — and carries 350 people [12] a day.`;
const source = readableText(story);
const judge = (quote: string, text = source): QuoteJudgement => judgeQuote(quote, text, closest);
const verdict = (quote: string, text = source) => judge(quote, text).verdict;

test.each([
  ["word for word", "Critics called the well-known report an odd mix of fact and fiction"],
  [
    "with other quotation marks and dashes",
    "The efficient ferry runs every 20 minutes – in winter too – and carries 350 people a day",
  ],
  ["with a word that a line broke in two", "We were asked twice,” the chairman wrote"],
  ["with a line break copied along", "the chair-\nman wrote"],
  ["with a large first letter", "It received, 12 % asked for a ferry instead"],
  ["with a bracketed first letter", "[O]f 1,200 letters that it received"],
  ["with an omission", "Of 1,200 letters … 12 % asked for a ferry instead"],
  [
    "with an omission in brackets",
    "Critics called the well-known report […] fiction. The efficient ferry [...] carries 350 people",
  ],
  ["with what its writer put in brackets", "the cost [of building it] was put at €4.5 million"],
  ["with [sic]", "both times [sic] we said no"],
  ["with double spaces and soft hyphens", "an odd  mix of\u00A0fact and fic\u00ADtion"],
])("a quote is exact %s", (_, quote) => {
  expect(judge(quote)).toMatchObject({ verdict: "exact", diff: [] });
});

test.each([
  ["a dropped “not”", "The harbour board did approve the bridge in 2019"],
  ["a dropped “not” before the first word", "approve the bridge in 2019"],
  ["a dropped “never”", "the cost was put at €4.5 million, more than Ada Moreau had said"],
  ["an added “not”", "Critics called the well-known report not an odd mix of fact and fiction"],
  ["a “not” in brackets", "Critics called [not] the well-known report an odd mix"],
  ["a “not” left out by an omission", "The harbour board did … approve the bridge"],
  ["another per cent", "42 % asked for a ferry instead"],
  ["no per cent", "1,200 letters that it received, 12 asked for a ferry instead"],
  ["a per cent that is cut off", "1,200 letters that it received, 12"],
  ["another year", "did not approve the bridge in 2018"],
  ["another decimal", "the cost was put at €45 million"],
  ["another unit", "the cost was put at €4.5 billion"],
  ["a unit that is cut off", "the cost was put at €4.5"],
  ["another currency", "the cost was put at $4.5 million"],
  ["another name", "never more than Eva Moreau had said on 3 May"],
  ["another day", "never more than Ada Moreau had said on 5 May"],
  ["other words in another order", "Critics called the report well-known an odd mix of fiction and fact"],
])("%s is altered, however close it is", (_, quote) => {
  expect(judge(quote)).toMatchObject({ verdict: "altered" });
});

test("a mark of a note may be left out or copied along, and a figure in brackets is a figure", () => {
  const aged = readableText("The ferryman was [14] years old [3] when he began.");
  expect(verdict("when he began", aged)).toBe("exact");
  expect(verdict("The ferryman was [14] years old [3] when he began", aged)).toBe("exact");
  expect(verdict("The ferryman was [12] years old [3] when he began", aged)).toBe("altered");
});

test("a word that a line broke is one word, whatever its halves would mean", () => {
  const broken = readableText("She was, in short, a not-\nable judge of the well-\nknown ferries.");
  expect(verdict("a notable judge of the well-known ferries", broken)).toBe("exact");
  expect(verdict("a not able judge of the well-known ferries", broken)).toBe("altered");
});

test("the difference shows the word that was dropped, and where", () => {
  expect(judge("board did approve the bridge")).toMatchObject({
    diff: [
      { kind: "same", text: "board did" },
      { kind: "source", text: "not" },
      { kind: "same", text: "approve the bridge" },
    ],
  });
  const found = judge("approve the bridge in 2019");
  expect(found).toMatchObject({ diff: [{ kind: "source", text: "not" }, { kind: "same" }] });
});

test("words that stand nowhere are not found, and a text without words cannot be read", () => {
  expect(verdict("Nobody asked the ferrymen what they thought of it all")).toBe("not-found");
  expect(verdict("bishop")).toBe("not-found");
  expect(verdict("…")).toBe("not-found");
  expect(verdict("anything", readableText(" \n — "))).toBe("unreadable");
});

test("the same words elsewhere, without the “not”, are exact", () => {
  const both = readableText("They did not agree. Later they did agree.");
  expect(verdict("agree", both)).toBe("exact");
  expect(judge("did agree", both)).toMatchObject({ verdict: "exact", passage: { from: 31 } });
});

test.each([
  [
    "Chinese",
    "港务局没有批准二〇一九年的大桥。董事会收到一千二百封信。",
    "董事会收到一千二百封信",
    "董事会收到一千三百封信",
  ],
  ["Thai", "คณะกรรมการไม่อนุมัติสะพานในปีนั้น", "อนุมัติสะพานในปีนั้น".slice(3), "อนุมัติเรือในปีนั้น"],
  [
    "Arabic",
    "لم يوافق مجلس الميناء على الجسر في عام 2019",
    "مجلس الميناء على الجسر في عام 2019",
    "مجلس الميناء على الجسر في عام 2018",
  ],
  ["Hebrew", "הוועד קיבל 1,200 מכתבים בשנה ההיא", "קיבל 1,200 \u200Fמכתבים", "קיבל 1,300 מכתבים"],
])("%s is judged as strictly", (_, text, exact, other) => {
  expect(verdict(exact, readableText(text))).toBe("exact");
  expect(verdict(other, readableText(text))).not.toBe("exact");
});

const sentence =
  "Of 1,200 letters that it received, 12 % asked for a ferry instead; the cost was put at €4.5 million, never more than Ada Moreau had said on 3 May";
const words = sentence.split(" ");
const inner = fc.integer({ min: 1, max: words.length - 2 });
const runs = Number(process.env["QUOTE_TRIALS"] ?? 150);

test("a quote with any one word less, more or other is never exact", () => {
  expect(verdict(sentence)).toBe("exact");
  const others = fc.constantFrom("not", "never", "no", "about", "13", "0", "%", "million", "Bo", "the", "of", "−");
  const change = fc.oneof(
    inner.map((at) => words.toSpliced(at, 1)),
    fc.tuple(inner, others).map(([at, word]) => words.toSpliced(at, 0, word)),
    fc.tuple(inner, others).map(([at, word]) => words.toSpliced(at, 1, word === words[at] ? "another" : word)),
    inner.map((at) => words.toSpliced(at, 0, words[at] ?? "")),
  );
  fc.assert(
    fc.property(change, (changed) => {
      const bare = changed.join(" ");
      fc.pre(bare.replace(/[^\p{L}\p{N}%€−]/gu, "") !== sentence.replace(/[^\p{L}\p{N}%€−]/gu, ""));
      expect(verdict(bare)).toBe("altered");
    }),
    { numRuns: runs },
  );
});

test("a quote with any one figure changed is never exact", () => {
  const places = [...sentence.matchAll(/\d/gu)].map(({ index }) => index);
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digit = (Number(sentence[at]) + by) % 10;
      expect(verdict(`${sentence.slice(0, at)}${digit}${sentence.slice(at + 1)}`)).toBe("altered");
    }),
    { numRuns: runs },
  );
});

test("what scanning does to a source leaves its quotes exact", () => {
  const noise = fc.array(fc.tuple(fc.nat({ max: words.length - 1 }), fc.nat({ max: 3 }), fc.nat({ max: 9 })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(noise, (marks) => {
      const scanned = words.map((word, at) =>
        marks.reduce((now, mark) => (mark[0] === at ? blot(now, mark[1], mark[2]) : now), word),
      );
      expect(verdict(sentence, readableText(`It went on. ${scanned.join(" ")}. And so on.`))).toBe("exact");
    }),
    { numRuns: runs },
  );
});

/** A double space, a line break, a word broken at a line's end, a stray invisible sign. */
function blot(word: string, kind: number, at: number): string {
  if (kind === 0) return `${word}  `;
  if (kind === 1) return `\n${word}`;
  const place = 2 + (at % 3);
  if (kind === 2 && /^\p{Ll}{6,}$/u.test(word)) return `${word.slice(0, place)}-\n${word.slice(place)}`;
  return kind === 3 ? `\u200B${word}` : word;
}

test("a quote of 5,000 characters and a text of a million are no trouble", () => {
  const line = (at: number) =>
    `Line ${at} tells of harbour ${at * 7} and of ferry ${at * 13} in the year ${1900 + (at % 100)}.`;
  const long = readableText(Array.from({ length: 15_000 }, (_, at) => line(at)).join(" "));
  const quote = Array.from({ length: 65 }, (_, at) => line(9_000 + at)).join(" ");
  expect(long.text.length).toBeGreaterThan(1_000_000);
  const started = performance.now();
  expect(verdict(quote, long)).toBe("exact");
  expect(verdict(quote.replace("ferry 117273", "ferry 117274"), long)).toBe("altered");
  expect(performance.now() - started).toBeLessThan(4_000);
});

test("a text that repeats itself without end is not searched without end", () => {
  const endless = readableText("la ".repeat(150_000));
  const started = performance.now();
  expect(verdict(`${"la ".repeat(1_600)} bridge`, endless)).not.toBe("exact");
  expect(performance.now() - started).toBeLessThan(4_000);
});
