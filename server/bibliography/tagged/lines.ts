/** The lines of a text with where each begins, whatever ends them. */
export function* linesOf(text: string): Generator<{ content: string; at: number }> {
  const breaks = /\r\n|\n|\r/gu;
  let at = 0;
  for (let found = breaks.exec(text); found; found = breaks.exec(text)) {
    yield { content: text.slice(at, found.index), at };
    at = found.index + found[0].length;
  }
  yield { content: text.slice(at), at };
}
