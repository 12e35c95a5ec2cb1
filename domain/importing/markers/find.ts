import type { Run } from "@/domain/importing/run";
import { bracketNumbers } from "./bracket-numbers";
import { chatResidue } from "./chat-residue";
import { footnotes } from "./footnotes";
import { inlineNotes } from "./inline-notes";
import type { Marker, MarkerFamily, TextFacts } from "./marker";
import { pandocKeys, readKeys } from "./pandoc";
import { placeholders } from "./placeholders";
import { protectedIn } from "./protected";
import { stripped } from "./stripped";
import { superscripts } from "./superscripts";
import { templates } from "./templates";
import { wanted } from "./wanted";

/** All families, the surer one first: of two that claim the same characters the earlier wins. */
const families: readonly MarkerFamily[] = [
  readKeys,
  inlineNotes,
  chatResidue,
  footnotes,
  templates,
  placeholders,
  pandocKeys,
  wanted,
  bracketNumbers,
  superscripts,
];

/**
 * All markers of a run in order, none overlapping. A citation takes in the blank before it, so that it stands at its
 * word, the blank between it and a stop, and parentheses that hold nothing else.
 */
export function findMarkers(run: Run, facts: TextFacts): Marker[] {
  if (!couldHold(run)) return [];
  const safe = protectedIn(run.text);
  const written: Marker[] = [];
  for (const marker of claim(
    run.text.length,
    families.flatMap((family) => family(run, facts)),
    safe,
  ))
    written.push(settle(run.text, marker, written.at(-1)?.to ?? 0));
  return claim(run.text.length, [...written, ...stripped(run, facts)], safe);
}

/** Most blocks have no sign that any family starts from. */
const couldHold = (run: Run): boolean =>
  /[[\]{【@^⁰¹²³⁴-⁹\uE200-\uE206(]|TK|turn\d|contentReference|\s[.,;:!?)]|[A-Z]{5}/u.test(run.text) ||
  run.inlines.some(({ inline }) => ["note", "promise", "cite"].includes(inline.kind) || isRaised(inline));

const isRaised = (inline: Run["inlines"][number]["inline"]): boolean =>
  inline.kind === "text" && inline.marks.some((mark) => mark.kind === "sup");

function claim(length: number, markers: readonly Marker[], safe: (from: number, to: number) => boolean): Marker[] {
  const taken = new Uint8Array(length);
  const kept: Marker[] = [];
  for (const marker of markers) {
    const isSafe = !(marker.kind === "citation" && marker.certain) && safe(marker.from, marker.to);
    if (isSafe || taken.subarray(marker.from, marker.to).includes(1)) continue;
    taken.fill(1, marker.from, marker.to);
    kept.push(marker);
  }
  return kept.toSorted((a, b) => a.from - b.from);
}

const blanks = /[ \t\u00A0]/u;

function settle(text: string, marker: Marker, least: number): Marker {
  if (marker.kind !== "citation" || marker.narrative) return marker.from < least ? { ...marker, from: least } : marker;
  let { from, to } = marker;
  if (from > least && text.charAt(from - 1) === "(" && text.charAt(to) === ")") {
    from--;
    to++;
  }
  while (from > least && blanks.test(text.charAt(from - 1))) from--;
  let stop = to;
  while (blanks.test(text.charAt(stop))) stop++;
  if (stop > to && /[.,;:!?]/u.test(text.charAt(stop)) && !/^[.,;:!?]\S/u.test(text.slice(stop, stop + 2))) to = stop;
  if (from === 0) while (blanks.test(text.charAt(to))) to++;
  from = Math.max(from, least);
  return { ...marker, from, to };
}
