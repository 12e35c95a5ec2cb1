import { SourceRecord } from "@/domain/source/record";
import { format } from "@/server/citing/format";

const aim = 200;
const works = Number(process.argv[2] ?? 1000);
const styles = ["house", "house-author-date", "house-notes", "vancouver", "apa"];

/** Formats a thousand references in each kind of style, and says how long others had to wait meanwhile. */
async function bench(): Promise<void> {
  const records = Array.from({ length: works }, (_, at) => ({ reference: `r${at}`, record: work(at) }));
  for (const style of styles) {
    const citations = Array.from({ length: Math.ceil(works * 1.2) }, (_, at) => ({
      id: `c${at}`,
      items: [cited(`r${at % works}`), ...(at % 7 === 0 ? [cited(`r${(at * 3) % works}`)] : [])],
      authorInText: false,
      noteIndex: style === "house-notes" ? at + 1 : 0,
    }));
    const probe = waits();
    const start = performance.now();
    const result = await format({ style, locale: "en-GB", records, citations, uncited: [] }, { seconds: 120 });
    const took = performance.now() - start;
    const { p99, longest } = probe();
    const drawn = result.ok ? `${result.value.bibliography.length} entries` : `refused: ${result.error.kind}`;
    console.log(
      `  ${style.padEnd(18)} ${drawn} in ${(took / 1000).toFixed(1)} s; others waited p99 ${p99.toFixed(1)} ms, longest ${longest.toFixed(1)} ms`,
    );
    if (!result.ok || result.value.bibliography.length !== works || p99 >= aim) process.exitCode = 1;
  }
  console.log(`  (aim: others wait under ${aim} ms at p99)`);
}

/** Asks the main thread for a turn every five milliseconds until it is told to stop, and says how late the turns came. */
function waits(): () => { p99: number; longest: number } {
  const late: number[] = [];
  let due = performance.now() + 5;
  const timer = setInterval(() => {
    const now = performance.now();
    late.push(Math.max(0, now - due));
    due = now + 5;
  }, 5);
  return () => {
    clearInterval(timer);
    late.sort((a, b) => a - b);
    return { p99: late[Math.floor(late.length * 0.99)] ?? 0, longest: late.at(-1) ?? 0 };
  };
}

const cited = (reference: string) => ({
  reference,
  locator: "12-14",
  label: "page" as const,
  prefix: null,
  suffix: null,
  suppressAuthor: false,
});

/** Made-up works of three kinds; names and years repeat, so that a style has something to tell apart. */
const work = (at: number) =>
  SourceRecord.parse({
    type: at % 3 === 0 ? "book" : at % 3 === 1 ? "article-journal" : "webpage",
    title: `What was measured in basin ${at}, and what was not`,
    author: [
      { family: `Arden${at % 300}`, given: "Mary" },
      { family: `Ek${at % 70}`, given: "Bo" },
    ],
    "container-title": "Estuary Engineering",
    volume: String((at % 40) + 1),
    page: `${at}-${at + 9}`,
    issued: { "date-parts": [[1980 + (at % 45), 1 + (at % 12)]] },
    DOI: `10.5555/basin.${at}`,
  });

console.log(`${works} references, ${Math.ceil(works * 1.2)} citations`);
await bench();
