/** The widest range that is read as a list of sources; wider ones are intervals ("[1–100]"). */
const widest = 40;

/**
 * The numbers of "1, 2", "4–6" or "1, 3-5" in order, ranges expanded, each once; null when it is anything else, such as
 * a range that runs backwards (a score) or a number with a leading nought.
 */
export function numbersIn(list: string): string[] | null {
  const numbers: string[] = [];
  for (const part of list.split(/[,;]/u)) {
    const range = /^\s*(\d{1,4})(?:\s*[-‐‑‒–—−]\s*(\d{1,4}))?\s*$/u.exec(part);
    if (!range?.[1] || range[1].startsWith("0") || range[2]?.startsWith("0")) return null;
    const first = Number(range[1]);
    const last = range[2] === undefined ? first : Number(range[2]);
    if (range[2] !== undefined && (last <= first || last - first >= widest)) return null;
    for (let number = first; number <= last; number++) numbers.push(String(number));
  }
  const each = [...new Set(numbers)];
  return each.length > 0 && each.length <= 50 ? each : null;
}
