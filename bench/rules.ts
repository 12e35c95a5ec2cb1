import { ReferenceId } from "@/domain/ids";
import { judge } from "@/domain/rules/judge";
import { daysAgo, known, today } from "@/domain/rules/testing/known";
import { bullets, cite, citeLost, manuscript, paragraph, section, sourced } from "@/domain/rules/testing/manuscript";

const aim = 50;
const runs = 25;

/** Judges an article of 2,000 citations and 300 sources: whole, as the gate does, and after an edit, as the desk does. */
function bench(): void {
  for (let round = 0; round < 5; round++) judge(article());
  const whole = times(article, judge);
  const edited = times(edits(), judge);
  const found = judge(article()).length;
  console.log(`2,000 citations, ${found} findings`);
  console.log(`  whole article       ${inWords(whole)} (aim: under ${aim} ms undisturbed)`);
  console.log(`  one section changed ${inWords(edited)}`);
  if (whole.fastest >= aim) process.exitCode = 1;
}

/** Milliseconds; the fastest run is the one that the machine's other work disturbed least. */
type Took = { fastest: number; median: number };
const inWords = ({ fastest, median }: Took): string =>
  `fastest ${fastest.toFixed(1)} ms, median ${median.toFixed(1)} ms`;

function times<T>(make: () => T, run: (input: T) => unknown): Took {
  const took: number[] = [];
  for (let round = 0; round < runs; round++) {
    const input = make();
    const start = performance.now();
    run(input);
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  return { fastest: took[0] ?? 0, median: took[runs >> 1] ?? 0 };
}

const references = Array.from({ length: 300 }, (_, at) => ({
  ...sourced({ title: `The State of Links, volume ${at}`, URL: `https://halden.example/links/${at}?utm_source=mail` }),
  id: ReferenceId.parse(crypto.randomUUID()),
}));

const alive = { since: daysAgo(90), finalUrl: null, reason: "" } as const;

/** Everything was looked at, not all of it lately, and every tenth source was never answered for. */
const facts = {
  at: today,
  sources: new Map(
    references.flatMap(({ source }, at) =>
      source
        ? [
            [
              source.id,
              known({
                link: { ...alive, state: at % 10 === 0 ? "unreachable" : "alive", checkedAt: daysAgo(at % 40) },
              }),
            ],
          ]
        : [],
    ),
  ),
  quotes: new Map(),
  disputes: [],
  ownHosts: ["gazette.example"],
};

/** Forty sections of ten paragraphs; one citation in twenty is lost. Made anew each time, so that nothing is remembered. */
function article() {
  return manuscript({ sections: Array.from({ length: 40 }, (_, at) => part(at)), references, facts });
}

/** The same article with one section of it written anew for each judgement. */
function edits() {
  const sections = Array.from({ length: 40 }, (_, at) => part(at));
  judge(manuscript({ sections, references, facts }));
  return () => manuscript({ sections: [part(0), ...sections.slice(1)], references, facts });
}

const lost = sourced();

function part(number: number) {
  const blocks = Array.from({ length: 10 }, (_, at) => {
    const place = number * 50 + at * 5;
    const sentences = Array.from({ length: 5 }, (_, nth) => [
      ` In ${1990 + nth}, according to Dr. Cho, some pages “vanish within a year or two” and ${nth + 3}% of links rot`,
      (place + nth) % 20 === 0 ? citeLost("7") : cite(references[(place + nth) % 300] ?? lost),
      ".",
    ]).flat();
    return at % 5 === 4 ? bullets(sentences) : paragraph(...sentences, " Nobody counted the 40 largest archives.");
  });
  return section(`Part ${number}`, ...blocks);
}

bench();
