/**
 * A stylesheet with the white space and comments that mean nothing taken out; strings stay as they are. It relies on
 * how our own sheets are formatted (one declaration a line), and is no general minifier.
 */
export function minified(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .split(/("[^"\n]*")/)
    .map((piece, index) => (index % 2 === 1 ? piece : tightened(piece)))
    .join("")
    .replace(/;}/g, "}")
    .trim();
}

const tightened = (css: string): string =>
  css
    .replace(/([;{]\s*[\w-]+):\s+/g, "$1:")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>]) ?/g, "$1")
    .replace(/([;{][\w-]+:) /g, "$1");
