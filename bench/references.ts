import { readFileSync } from "node:fs";
import { measure, measured, type Outcome } from "@/domain/source/reading/measure";

const aim = 0.9;

/** Reads the marked lines of all styles and prints how many of their fields come out right, and how far sureness tells. */
function bench(): void {
  const outcomes = measure(readFileSync("domain/source/reading/lines.txt", "utf8"));
  const styles = [...new Set(outcomes.map(({ style }) => style))];
  const lines = new Set(outcomes.map(({ line }) => line)).size;
  console.log(`${lines} reference lines; every third is held out. Right of all, in percent:\n`);
  console.log(row("", measured));
  for (const style of styles)
    print(
      style,
      outcomes.filter((one) => one.style === style),
    );
  console.log();
  print(
    "developed on",
    outcomes.filter(({ heldOut }) => !heldOut),
  );
  print(
    "held out",
    outcomes.filter(({ heldOut }) => heldOut),
  );
  print("all", outcomes);

  console.log("\nSureness of what was read, and how often it is right:");
  for (const [from, to] of [
    [0.95, 1.01],
    [0.9, 0.95],
    [0.8, 0.9],
    [0.6, 0.8],
    [0, 0.6],
  ] as const) {
    const band = outcomes.filter(({ confidence }) => confidence !== null && confidence >= from && confidence < to);
    console.log(
      `  ${from.toFixed(2)} to ${Math.min(1, to).toFixed(2)}  ${percent(band).padStart(5)}  of ${band.length}`,
    );
  }
  const missed = (["title", "year", "authors"] as const).filter(
    (field) => rightOf(outcomes.filter((one) => one.field === field)) < aim,
  );
  if (missed.length > 0) process.exitCode = 1;
}

function print(name: string, outcomes: Outcome[]): void {
  console.log(
    row(
      name,
      measured.map((field) => percent(outcomes.filter((one) => one.field === field))),
    ),
  );
}

const row = (name: string, cells: readonly string[]): string =>
  name.padEnd(22) + cells.map((cell) => cell.padStart(11)).join("");
const rightOf = (outcomes: Outcome[]): number => outcomes.filter(({ right }) => right).length / outcomes.length;
const percent = (outcomes: Outcome[]): string => (outcomes.length === 0 ? "–" : (rightOf(outcomes) * 100).toFixed(1));

bench();
