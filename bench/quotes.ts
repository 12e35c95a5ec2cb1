import { judgeQuote, readableText } from "@/domain/source/quote/judge";
import { closest } from "@/server/checking/closest";

/** Looks for quotes of several lengths in a text of a million characters: as they are, with a figure changed, and from elsewhere. */
function bench(): void {
  const text = Array.from({ length: 15_000 }, (_, at) => line(at)).join(" ");
  const reading = took(() => readableText(text));
  console.log(`a text of ${text.length.toLocaleString("en")} characters, read in ${reading.ms} ms`);
  for (const lines of [1, 8, 65]) {
    const quote = Array.from({ length: lines }, (_, at) => line(12_000 + at)).join(" ");
    const elsewhere = Array.from({ length: lines }, (_, at) => `Nobody asked bishop ${at} about weather or wine`).join(
      " ",
    );
    const cases = {
      exact: quote,
      altered: quote.replace(/\d/u, (digit) => String((Number(digit) + 1) % 10)),
      elsewhere,
    };
    const told = Object.entries(cases).map(([name, words]) => {
      const { ms, value } = took(() => judgeQuote(words, reading.value, closest));
      if (ms > 1000) process.exitCode = 1;
      return `${name}: ${value.verdict} in ${ms} ms`;
    });
    console.log(`  quote of ${quote.length} characters  ${told.join(", ")} (aim: under 1,000 ms)`);
  }
}

const line = (at: number): string =>
  `Line ${at} tells of harbour ${at * 7} and of ferry ${at * 13} in the year ${1900 + (at % 100)}.`;

function took<T>(run: () => T): { ms: number; value: T } {
  const started = performance.now();
  const value = run();
  return { ms: Math.round(performance.now() - started), value };
}

bench();
