import { fuzz } from "@/server/bibliography/fuzz";
import { fuzzSeeds } from "@/server/bibliography/fuzz-seeds";
import { formats } from "@/server/bibliography/formats";
import { createTestDatabase } from "@/server/testing/database";

const count = Number(process.env["INPUTS"] ?? 20_000);
const entries = 5000;
const aim = 10_000;

/** A file of 5,000 entries read, brought in with progress and brought out again; then broken files for every reader. */
async function bench(): Promise<void> {
  const database = await createTestDatabase();
  Object.assign(process.env, {
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    DATABASE_READER_URL: database.readerUrl,
  });
  const { db } = await import("@/server/db");
  const { hire } = await import("@/server/testing/people");
  const { readFile } = await import("@/server/commands/source/read-file");
  const { importNext } = await import("@/server/commands/source/import");
  const { exported } = await import("@/server/bibliography/export");
  const { exportedSources } = await import("@/server/queries/exported-sources");
  const ada = await hire("Ada", "editor");
  try {
    const whole = () => {
      const records = exportedSources(ada);
      if (!records) throw new Error("an editor may read the library");
      return records;
    };
    const text = library();
    const start = performance.now();
    const cpu = process.cpuUsage();
    const read = await readFile.run(ada, { name: "library.bib", text, format: null, articleId: null });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const kept = performance.now();
    let steps = 0;
    for (let waiting = 1; waiting > 0; steps++) {
      const next = await importNext.run(ada, { bibliographyId: read.value.bibliographyId, size: 250 });
      if (!next.ok) throw new Error(JSON.stringify(next.error));
      ({ waiting } = next.value);
    }
    const came = performance.now();
    const { user, system } = process.cpuUsage(cpu);
    console.log(
      `${entries} BibTeX entries (${(text.length / 1e6).toFixed(1)} MB): read ${seconds(kept - start)}, brought in ${seconds(came - kept)} in ${steps} steps, ${seconds((user + system) / 1000)} of this process on a processor (aim: under 10 s)`,
    );
    if (came - start > aim) process.exitCode = 1;
    for (const format of ["bibtex", "biblatex", "ris", "csl-json", "enw"] as const) {
      const from = performance.now();
      let size = 0;
      let out = "";
      for await (const piece of exported(format, whole())) {
        size += piece.length;
        out += piece;
      }
      const wrote = performance.now();
      const back = formats[format].read(out).entries.length;
      console.log(
        `  out as ${format.padEnd(8)} ${seconds(wrote - from)} (${(size / 1e6).toFixed(1)} MB), read back ${back} in ${seconds(performance.now() - wrote)}`,
      );
    }
  } finally {
    await db.$disconnect();
    await database.drop();
  }
  const before = process.memoryUsage().rss;
  const from = performance.now();
  const { inputs, slowest, slowestInput, entries: found, failures } = fuzz(fuzzSeeds, count, 1);
  console.log(
    `${inputs} broken files: ${found} entries and ${failures} failures in ${seconds(performance.now() - from)}, slowest ${slowest.toFixed(0)} ms (${slowestInput.slice(0, 60).replace(/\s+/gu, " ")}), memory ${(before / 1e6).toFixed(0)} -> ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
  );
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

const library = (): string =>
  Array.from(
    { length: entries },
    (_, at) => `@article{key${at},
  author = {Moreau, Ada and {Halden Works} and van der Mey, Jan and G{\\"o}del, K.},
  title = {The State of {HTML} Links, a Study of Rot, volume ${at}},
  journal = {Journal of Links}, year = ${1950 + (at % 75)}, month = mar, volume = ${at % 90}, number = 2, pages = {${at}--${at + 9}},
  doi = {10.5555/links.${at}}, url = {https://halden.example/links/${at}}, issn = {1472-6696}, keywords = {links, rot},
  abstract = {${"Pages vanish within a year or two, and nobody counted the largest archives. ".repeat(8)}}
}`,
  ).join("\n\n");

await bench();
