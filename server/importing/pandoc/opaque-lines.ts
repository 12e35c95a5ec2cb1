import { fenceAt } from "./fence";
import { opaqueAt } from "./opaque";

/** The numbers of the lines, from 0, that are code, raw TeX or HTML over several lines: nothing in them is layout. */
export function opaqueLines(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  let line = 0;
  for (let at = 0; at < text.length; ) {
    const end = fenceAt(text, at)?.end ?? opaqueAt(text, at)?.end ?? at + 1;
    const breaks = text.slice(at, end).split("\n").length - 1;
    if (end > at + 1) for (let step = 0; step <= breaks && breaks > 0; step++) found.add(line + step);
    line += breaks;
    at = end;
  }
  return found;
}
