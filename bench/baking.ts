import { drawAside } from "@/server/baking/draw-aside";
import { drawEditionPages } from "@/server/baking/bake";
import { packAll } from "@/server/baking/pack";
import { cite, exampleEdition, front, p, section } from "@/reader/example-edition";

const aims = { seconds: 2, others: 60 };
const [words, citations] = [Number(process.argv[2]) || 50_000, Number(process.argv[3]) || 2_000];

/** Bakes a long article in a process that others want something of every 5 ms, and says how late their turns came. */
async function bench(): Promise<void> {
  const view = exampleEdition({ parts: [front("Long", "", "Ines Calder"), ...sections()] });
  await measured("drawn and packed here", () => drawEditionPages(view).then(packAll));
  await drawAside(view);
  const { took, longest, pages } = await measured("drawn in the thread", () => drawAside(view).then(packAll));
  const [page] = pages;
  console.log(
    `  the page: ${page?.body.length} bytes plain, ${page?.gzip.length} in gzip, ${page?.brotli.length} in brotli`,
  );
  console.log(`  (aims: under ${aims.seconds} s, others wait at most ${aims.others} ms)`);
  if (took >= aims.seconds * 1000 || longest >= aims.others) process.exitCode = 1;
}

const sections = () =>
  Array.from({ length: 40 }, (_, at) =>
    section(
      `Part ${at + 1}`,
      ...Array.from({ length: Math.ceil(citations / 40 / 4) }, (__, paragraph) =>
        p(
          ...Array.from({ length: 4 }, (___, index) => [
            `${sentence(at * 1000 + paragraph * 4 + index)} `,
            cite(((at + index) % 5) + 1),
          ]).flat(),
        ),
      ),
    ),
  );

const some = "tide mill gate wheel water keeper ledger stone moon parish creek dam pond harbour lease neighbour".split(
  " ",
);
const sentence = (seed: number): string =>
  Array.from(
    { length: Math.round(words / citations) },
    (_, at) => some[(seed * 7 + at * at * 3 + at) % some.length],
  ).join(" ");

async function measured<Value>(name: string, work: () => Promise<Value>) {
  const late: number[] = [];
  let due = performance.now() + 5;
  const timer = setInterval(() => {
    late.push(Math.max(0, performance.now() - due));
    due = performance.now() + 5;
  }, 5);
  const [start, begun] = [performance.now(), process.cpuUsage()];
  const pages = await work();
  const took = performance.now() - start;
  const { user, system } = process.cpuUsage(begun);
  await new Promise((resume) => setTimeout(resume, 20));
  clearInterval(timer);
  const longest = Math.max(...late);
  console.log(
    `  ${name.padEnd(22)} ${(took / 1000).toFixed(2)} s (${((user + system) / 1e6).toFixed(2)} s of a core); others waited ${longest.toFixed(0)} ms at most`,
  );
  return { took, longest, pages };
}

await bench();
process.exit();
