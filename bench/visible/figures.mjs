/** What the trials took, by kind, in milliseconds; and the bare trips between them. */
export class Figures {
  #kinds = new Map();
  #bare = [];

  bare(took) {
    this.#bare.push(took);
  }

  /** Moments of one trial: the click, the commit as a third party hears of it, the command's answer, and when each process showed the page and the front page. */
  add(kind, { clicked, committed, answered, seen, listed }) {
    const trials = this.#kinds.get(kind) ?? [];
    const since = (moment, start) => Math.max(0, moment - start);
    trials.push({
      publishing: answered - clicked,
      one: since(seen[0], committed),
      other: since(seen[1], committed),
      both: since(Math.max(...seen), committed),
      lists: since(Math.max(...listed), committed),
      clicked: Math.max(...seen) - clicked,
    });
    this.#kinds.set(kind, trials);
  }

  /** Prints it all, and sets the exit code where an aim is missed. */
  print(aims) {
    console.log("  milliseconds as p50 / p95 / max; from the commit until it is seen, but for the first and the last");
    console.log(`  ${"".padEnd(16)}trials${columns.map(([, title]) => title.padStart(20)).join("")}`);
    for (const [kind, trials] of this.#kinds) {
      const cells = columns.map(([name]) => three(trials.map((trial) => trial[name])).padStart(20));
      console.log(`  ${kind.padEnd(16)}${String(trials.length).padStart(6)}${cells.join("")}`);
    }
    const [bare, heard] = [this.#bare, this.#of((kind) => !isMissed(kind), "both")];
    console.log(`  a row, NOTIFY, LISTEN and a read, to two others: ${three(bare)}`);
    console.log(
      `  seen on both is ${(at(heard, 0.5) / at(bare, 0.5)).toFixed(1)} times that at p50, ${(at(heard, 0.95) / at(bare, 0.95)).toFixed(1)} at p95`,
    );
    const clicked = this.#of((kind) => !isMissed(kind), "clicked");
    const missed = this.#of(isMissed, "both");
    console.log(`  from click to seen on both: p95 ${at(clicked, 0.95).toFixed(0)} ms`);
    console.log(
      `  (aims: seen on both under ${aims.seen} ms at p95, retractions too, and always within ${aims.missed} ms of news that was missed)`,
    );
    const late = [...this.#kinds].some(
      ([kind, trials]) =>
        !isMissed(kind) &&
        at(
          trials.map(({ both }) => both),
          0.95,
        ) > aims.seen,
    );
    if (late || Math.max(0, ...missed) > aims.missed) process.exitCode = 1;
  }

  #of(isWanted, name) {
    return [...this.#kinds].flatMap(([kind, trials]) => (isWanted(kind) ? trials.map((trial) => trial[name]) : []));
  }
}

const columns = [
  ["publishing", "the command"],
  ["one", "process 1"],
  ["other", "process 2"],
  ["both", "both"],
  ["lists", "front page, both"],
  ["clicked", "click to both"],
];
const isMissed = (kind) => kind === "connection cut" || kind === "not told";
const at = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const three = (values) =>
  [at(values, 0.5), at(values, 0.95), at(values, 1)].map((value) => value.toFixed(0)).join(" / ");
