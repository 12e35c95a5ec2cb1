import type { Stretch } from "./rich";

/** Writes text as LaTeX that `readLatex` reads back as it was; what is not ASCII stays as it is (UTF-8). */
export function latexOf(text: string, marks: readonly Stretch[] = []): string {
  const nested = properlyNested(marks, text.length);
  let written = "";
  for (let at = 0; at <= text.length; at++) {
    for (const mark of nested) if (mark.to === at) written += "}";
    for (const mark of nested) if (mark.from === at) written += openers[mark.as];
    if (at < text.length) written += escaped(text.charAt(at), text.charAt(at - 1), text.charAt(at + 1));
  }
  return written;
}

const openers: Readonly<Record<Stretch["as"], string>> = {
  italic: "\\emph{",
  bold: "\\textbf{",
  "small-caps": "\\textsc{",
  sub: "\\textsubscript{",
  sup: "\\textsuperscript{",
  nocase: "{",
};

function escaped(character: string, before: string, after: string): string {
  const escape = escapes.get(character);
  if (escape !== undefined) return escape;
  if (character === " ") return before === "" || /\s/u.test(before) ? "\\ " : " ";
  if ((character === "-" || character === "'") && after === character) return `${character}{}`;
  return character;
}

const escapes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "`": "\\textasciigrave{}",
    $: "\\$",
    "%": "\\%",
    "&": "\\&",
    "#": "\\#",
    _: "\\_",
    "\u00a0": "~",
    "\n": "\\newline{}",
    "\t": " ",
    "\r": " ",
  }),
);

/** The marks that lie within the text and in each other, from the outside in; no protected words within protected words. */
export function properlyNested(marks: readonly Stretch[], length: number): Stretch[] {
  const kept: Stretch[] = [];
  const sorted = marks.toSorted((one, other) => one.from - other.from || other.to - one.to);
  for (const mark of sorted) {
    if (mark.from >= mark.to || mark.to > length) continue;
    const within = kept.filter(({ from, to }) => mark.from < to && mark.to > from);
    if (within.some(({ to }) => to < mark.to)) continue;
    if (mark.as === "nocase" && within.some(({ as }) => as === "nocase")) continue;
    kept.push(mark);
  }
  return kept;
}
