import type { Run } from "@/domain/citation/formatter";

/**
 * Says of every piece of a citation which entry of the list it points at: what stands between two pieces of one
 * reference is of that reference too, and so is a number that the style printed for it. `numbers` are the printed
 * numbers of the references that this citation cites.
 */
export function pointing(runs: readonly Run[], numbers: ReadonlyMap<string, string>): Run[] {
  return merged(numbered(bridged(runs), numbers));
}

function bridged(runs: readonly Run[]): Run[] {
  const out = runs.map((run) => ({ ...run }));
  const last = new Map<string, number>();
  for (const [index, { reference }] of out.entries()) {
    if (!reference) continue;
    const from = last.get(reference);
    const between = from === undefined ? [] : out.slice(from + 1, index);
    if (between.every((run) => !run.reference)) for (const run of between) run.reference = reference;
    last.set(reference, index);
  }
  return out;
}

function numbered(runs: readonly Run[], numbers: ReadonlyMap<string, string>): Run[] {
  const pointed = new Set(runs.map(({ reference }) => reference));
  return runs.flatMap((run) => {
    if (run.reference) return [run];
    return run.text.split(/(\d+)/u).flatMap((text) => {
      const reference = numbers.get(text);
      if (!text) return [];
      if (!reference || pointed.has(reference)) return [{ ...run, text }];
      pointed.add(reference);
      return [{ ...run, text, reference }];
    });
  });
}

/** Neighbours that are set alike become one run. */
function merged(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last && setOf(last) === setOf(run)) last.text += run.text;
    else out.push({ ...run });
  }
  return out;
}

const setOf = (run: Run): string =>
  JSON.stringify(
    Object.entries(run)
      .filter(([name]) => name !== "text")
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
