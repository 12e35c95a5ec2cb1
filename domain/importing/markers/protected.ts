type Span = { from: number; to: number };

/** Stretches of plain text in which nothing is a marker: addresses, mail, code between backticks, mathematics. */
const expressions: readonly RegExp[] = [
  /\b(?:https?:\/\/|www\.)(?:[^\s<>"[\]【】]|(?<=[=&/])\[[^\s[\]]{0,50}\]){1,2048}/giu,
  /`[^`\n]{1,500}`/gu,
  /(?<![\p{L}\p{N}\\$])\$(?![\s$\d]\s)[^$\n]{0,999}(?<![\s\\])\$(?![\p{N}])/gu,
  /\$\$[^$]{1,5000}\$\$/gu,
  /\\\[[^\n]{1,1000}?\\\]|\\\([^\n]{1,1000}?\\\)/gu,
];

/** Says whether a stretch lies wholly inside of something that must be left alone. */
export function protectedIn(text: string): (from: number, to: number) => boolean {
  const spans: Span[] = expressions.flatMap((expression) =>
    [...text.matchAll(expression)].map((match) => ({ from: match.index, to: match.index + match[0].length })),
  );
  if (spans.length === 0) return () => false;
  spans.sort((a, b) => a.from - b.from);
  const reach: number[] = [];
  for (const span of spans) reach.push(Math.max(span.to, reach.at(-1) ?? 0));
  return (from, to) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.from ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    return low > 0 && to <= (reach[low - 1] ?? 0);
  };
}
