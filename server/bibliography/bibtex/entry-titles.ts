import { markedFields, type SourceMark } from "@/domain/source/record";
import { readLatex } from "./latex";
import type { Rich } from "./rich";
import { inSentenceCase } from "./sentence-case";
import type { FieldsTaken } from "./taken";

type How = { like: "pandoc" | undefined; english: boolean; kind: string };

/** Reads all titles of an entry with their marks: its own, what it stands in, the series. */
export function readTitles(taken: FieldsTaken, draft: Record<string, unknown>, how: How): void {
  const marks: SourceMark[] = [];
  const put = (field: string, rich: Rich | null) => {
    if (!rich || rich.text === "") return;
    draft[field] = rich.text;
    const marked = markedFields.find((name) => name === field);
    if (marked) marks.push(...rich.marks.map((mark) => ({ field: marked, ...mark })));
  };
  const title = joined(taken, ["title", "subtitle", "titleaddon"], how, true);
  const whole = joined(taken, ["booktitle", "booksubtitle", "booktitleaddon"], how, true);
  const isApart = how.like === "pandoc" && !chapterlike.has(how.kind);
  const main = joined(taken, ["maintitle", "mainsubtitle", "maintitleaddon"], how, true);
  const journal =
    joined(taken, ["journaltitle", "journalsubtitle"], how, false) ?? joined(taken, ["journal"], how, false);
  const part =
    draft["type"] === "chapter" || draft["type"] === "paper-conference" || String(draft["type"]).startsWith("entry");
  const parted = main !== null && title !== null && !part;
  put("title", parted ? main : title);
  put("container-title", (part ? main : null) ?? journal ?? (isApart ? null : whole));
  if (main) put("volume-title", part ? whole : parted ? title : null);
  put("collection-title", joined(taken, ["series"], how, true));
  if (marks.length > 0) draft["marks"] = marks.slice(0, 200);
}

/** Kinds whose `booktitle` pandoc reads as what they stand in; of all others it leaves it out. */
const chapterlike: ReadonlySet<string> = new Set([
  "inbook",
  "incollection",
  "inproceedings",
  "inreference",
  "bookinbook",
  "suppbook",
  "suppcollection",
]);

/** A title, its subtitle after a colon and its addition after a stop. */
function joined(taken: FieldsTaken, names: readonly string[], { like, english }: How, cased: boolean): Rich | null {
  let all: Rich | null = null;
  for (const [at, name] of names.entries()) {
    const source = taken.raw(name);
    if (source === "") continue;
    const plain = readLatex(source, { curled: like === "pandoc" });
    const rich = like === "pandoc" && english && cased ? inSentenceCase(plain) : plain;
    all = all === null ? rich : beside(all, at === 1 ? ":" : ".", rich);
  }
  return all;
}

function beside(one: Rich, sign: string, other: Rich): Rich {
  const between = /[.:!?]$/u.test(one.text) ? " " : `${sign} `;
  const shift = one.text.length + between.length;
  const moved = other.marks.map((mark) => ({ ...mark, from: mark.from + shift, to: mark.to + shift }));
  return { text: one.text + between + other.text, marks: [...one.marks, ...moved], whole: false };
}
