import type { DraftTree, LedgerLine } from "@/domain/importing/tree";
import { treeOfMarkdown } from "@/server/importing/markdown";
import { hiding, withoutTokens } from "./hidden";
import { layOut } from "./layout";
import { type Metadata, takeMetadata } from "./metadata";
import { scan } from "./scan";

/** Reads a paper in pandoc's Markdown: its citations by key are those that pandoc finds, nothing else is one. */
export function readPaper(text: string): DraftTree {
  const metadata = takeMetadata(withoutTokens(text).replace(/\r\n?/gu, "\n"));
  const lines: LedgerLine[] = [...metadata.lines];
  const { text: laidOut, examples } = layOut(withOpenings(metadata), lines);
  const hidden = hiding();
  const scanning = { hidden, lines, notes: new Array<string>(), examples };
  let body = scan(laidOut, scanning);
  for (let note = 0; note < scanning.notes.length; note++) {
    const words = scan((scanning.notes[note] ?? "").replace(/\s*\n\s*/gu, " "), scanning);
    body += `\n\n[^inline-note-${note + 1}]: ${words}\n`;
  }
  return treeOfMarkdown(body, {
    math: hidden,
    named: metadata.named,
    lines,
    elsewhere: metadata.elsewhere,
    warnings: metadata.problems,
  });
}

/** The text with its abstract, which metadata may hold, as a section at its head. */
function withOpenings({ body, openings }: Metadata): string {
  const levels = [...body.matchAll(/^(#{1,6})[ \t]/gmu)].map((match) => match[1]?.length ?? 1);
  const mark = "#".repeat(levels.length > 0 ? Math.min(...levels) : 1);
  const sections = openings.map(
    ({ name, text }) => `${mark} ${name.charAt(0).toUpperCase()}${name.slice(1)}\n\n${text}\n\n`,
  );
  return `${sections.join("")}${body}`;
}
