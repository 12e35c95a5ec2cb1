import type { Node } from "prosemirror-model";
import type { Part } from "@/domain/document/parts";
import type { Reference } from "@/domain/rules/manuscript";

/** What stands behind a stretch of text: a verified citation, another one, a hole, a figure on its own, or nothing that needs one. */
export type Cover = "verified" | "cited" | "hole" | "figure" | "plain";

const mostBars = 48;
const object = "\ufffc";

/**
 * The coverage strip of a part: one entry a sentence, in reading order, at most 48 (neighbours are then merged, the
 * worst of them shows). `figures` are document positions at which a figure stands without a citation, `verified` the
 * citations that a reviewer verified as they stand.
 */
export function coverageOf(
  part: Part,
  references: readonly Reference[],
  figures: readonly number[],
  verified: ReadonlySet<string> = none,
): Cover[] {
  const known = { references: new Set<string>(references.map(({ id }) => id)), verified };
  const covers: Cover[] = [];
  const inner = part.from + 1;
  part.node.descendants((node, offset, parent) => {
    if (!node.isTextblock) return true;
    if (part.kind === "section" && parent === part.node && node === part.node.firstChild) return false;
    if (node.content.size > 0) covers.push(...coversOf(node, inner + offset + 1, known, figures));
    return false;
  });
  return merged(covers);
}

/** The sentences of a text block as `[from, to)` offsets into its content; a citation after a stop belongs before it. */
export function sentencesIn(block: Node): [number, number][] {
  const text = block.textBetween(0, block.content.size, undefined, object);
  const found: [number, number][] = [];
  let from = 0;
  for (const stop of text.matchAll(/[.!?…]["'”’)\]]*(?:\s?\ufffc)*(?=\s|$)/gu)) {
    const to = stop.index + stop[0].length;
    found.push([from, to]);
    from = to;
  }
  if (text.slice(from).trim()) found.push([from, text.length]);
  return found;
}

const none: ReadonlySet<string> = new Set();

type Known = { references: ReadonlySet<string>; verified: ReadonlySet<string> };

function coversOf(block: Node, start: number, known: Known, figures: readonly number[]): Cover[] {
  return sentencesIn(block).map(([from, to]) => {
    let cover: Cover = figures.some((at) => at >= start + from && at < start + to) ? "figure" : "plain";
    block.nodesBetween(from, to, (node, at) => {
      if (at < from) return;
      const hole =
        node.type.name === "placeholderLink" || (node.type.name === "citation" && isHole(node, known.references));
      if (hole) cover = "hole";
      else if (node.type.name === "citation" && cover !== "hole" && cover !== "cited")
        cover = known.verified.has(node.attrs["id"]) ? "verified" : "cited";
    });
    return cover;
  });
}

/** True for a citation node that rests on nothing, or on a reference that the article does not have. */
export function isHole(citation: Node, known: ReadonlySet<string>): boolean {
  const items: { reference: string | null }[] = citation.attrs["items"];
  return items.length === 0 || items.some(({ reference }) => reference === null || !known.has(reference));
}

const worst: readonly Cover[] = ["hole", "figure", "cited", "verified", "plain"];

function merged(covers: readonly Cover[]): Cover[] {
  const size = Math.ceil(covers.length / mostBars);
  if (size <= 1) return [...covers];
  return Array.from({ length: Math.ceil(covers.length / size) }, (_, index) => {
    const group = covers.slice(index * size, (index + 1) * size);
    return worst.find((cover) => group.includes(cover)) ?? "plain";
  });
}
