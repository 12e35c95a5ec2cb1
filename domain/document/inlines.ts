import type { Node } from "prosemirror-model";
import { CitationId, type SectionId } from "@/domain/ids";
import { CitationItems } from "./attributes";
import { type Part, partsOf } from "./parts";
import type { CitationItem } from "@/domain/citation/item";

/** A citation as it stands in a document: `at` is its ProseMirror position there, `excerpt` the words that lead to it. */
export type PlacedCitation = {
  id: CitationId;
  items: CitationItem[];
  marker: string | null;
  section: SectionId;
  at: number;
  excerpt: string;
};

/** A placeholder link as it stands in a document. */
export type PlacedPlaceholder = {
  id: string;
  target: string;
  text: string;
  section: SectionId;
  at: number;
  excerpt: string;
};

/** All citations of a document in reading order. */
export function citationsOf(document: Node): PlacedCitation[] {
  return inlinesOf(document, "citation", (node, place) => ({
    id: CitationId.parse(node.attrs["id"]),
    items: CitationItems.parse(node.attrs["items"]),
    marker: textOrNull(node.attrs["marker"]),
    ...place,
  }));
}

/** All placeholder links of a document in reading order. */
export function placeholdersOf(document: Node): PlacedPlaceholder[] {
  return inlinesOf(document, "placeholderLink", (node, place) => ({
    id: String(node.attrs["id"]),
    target: String(node.attrs["target"]),
    text: String(node.attrs["text"]),
    ...place,
  }));
}

type Place = { section: SectionId; at: number; excerpt: string };

function inlinesOf<T>(document: Node, type: string, make: (node: Node, place: Place) => T): T[] {
  const found: T[] = [];
  for (const part of partsOf(document))
    part.node.descendants((node, offset, parent, index) => {
      if (node.type.name !== type || !parent) return;
      found.push(
        make(node, {
          section: part.id,
          at: absolute(part, offset),
          excerpt: excerptBefore(parent, index),
        }),
      );
    });
  return found;
}

const absolute = (part: Part, offset: number): number => part.from + 1 + offset;
const textOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** The last words of a text block before its child at `index`, at most 90 characters, back to the start of the sentence. */
function excerptBefore(block: Node, index: number): string {
  let text = "";
  for (let child = index - 1; child >= 0 && text.length < 400; child--) text = leafText(block.child(child)) + text;
  const words = text.replace(/\s+/gu, " ").trim();
  const sentence = words.slice(words.slice(0, -1).search(/[^.!?]*$/u)).trim();
  return sentence.length <= 90 ? sentence : `… ${sentence.slice(-88).replace(/^\S*\s/u, "")}`;
}

const leafText = (node: Node): string => node.text ?? node.type.spec.leafText?.(node) ?? "";
