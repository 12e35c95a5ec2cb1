import type { NodeSpec } from "prosemirror-model";
import {
  CellAlignment,
  CitationItems,
  CodeLanguage,
  ClaimantAddress,
  ClaimantKind,
  Claimant,
  ClaimDay,
  ClaimRating,
  ClaimVerdict,
  checkedBy,
  Decorative,
  FigureWidth,
  ListStart,
  Marker,
  NodeId,
  PictureAddress,
  PictureAlt,
  PictureCredit,
  PictureLicence,
  PictureOrNone,
  PlaceholderTarget,
  SubheadingLevel,
} from "./attributes";

const id = { validate: checkedBy(NodeId) };

/** What figures came to have after the first of them were published; a figure with none of it is digested as before. */
export const laterFigureAttributes = {
  picture: { default: null, validate: checkedBy(PictureOrNone) },
  decorative: { default: false, validate: checkedBy(Decorative) },
  licence: { default: null, validate: checkedBy(PictureLicence) },
  width: { default: "text", validate: checkedBy(FigureWidth) },
};

/**
 * The nodes of the one schema (content expressions as in the ProseMirror guide). A document is the front and then any
 * number of sections; a section is a heading, which may be empty (an opening has none), and blocks.
 */
export const nodes = {
  doc: { content: "front section*" },
  /** ProseMirror must be able to make a required node by itself; the empty id that it would get is refused by `check`. */
  front: {
    content: "title standfirst byline claim?",
    attrs: { id: { ...id, default: "" } },
    isolating: true,
    defining: true,
  },
  title: { content: "text*", marks: "", defining: true },
  standfirst: { content: "inline*", defining: true },
  byline: { content: "text*", marks: "", defining: true },
  /**
   * The claim that the article reviews: its words, with a citation of where it was made, and what the verdict on it is. It is
   * of the front, so whoever approves the front approves it.
   */
  claim: {
    content: "inline*",
    marks: "",
    defining: true,
    isolating: true,
    attrs: {
      claimant: { default: "", validate: checkedBy(Claimant) },
      kind: { default: "person", validate: checkedBy(ClaimantKind) },
      address: { default: null, validate: checkedBy(ClaimantAddress) },
      day: { default: null, validate: checkedBy(ClaimDay) },
      rating: { default: null, validate: checkedBy(ClaimRating) },
      verdict: { default: "", validate: checkedBy(ClaimVerdict) },
    },
  },

  section: {
    content: "heading block+",
    attrs: { id },
    isolating: true,
    defining: true,
  },
  heading: { content: "inline*", defining: true },

  paragraph: { content: "inline*", group: "block" },
  subheading: {
    content: "inline*",
    group: "block",
    defining: true,
    attrs: { level: { default: 3, validate: checkedBy(SubheadingLevel) } },
  },
  blockquote: { content: "block+", group: "block", defining: true },
  bulletList: { content: "listItem+", group: "block" },
  orderedList: {
    content: "listItem+",
    group: "block",
    attrs: { start: { default: 1, validate: checkedBy(ListStart) } },
  },
  listItem: { content: "paragraph block*", defining: true },
  codeBlock: {
    content: "text*",
    marks: "",
    group: "block",
    code: true,
    defining: true,
    attrs: { language: { default: null, validate: checkedBy(CodeLanguage) } },
  },
  table: { content: "caption? tableRow+", group: "block", isolating: true },
  tableRow: { content: "(tableHeader | tableCell)+" },
  tableHeader: {
    content: "inline*",
    attrs: { align: { default: null, validate: checkedBy(CellAlignment) } },
    isolating: true,
  },
  tableCell: {
    content: "inline*",
    attrs: { align: { default: null, validate: checkedBy(CellAlignment) } },
    isolating: true,
  },
  /** The line that says what a table or a figure shows; it cites as any sentence does. */
  caption: { content: "inline*", defining: true },
  /**
   * A picture with its caption: what it shows in words (or that it is decoration and shows nothing), whose it is, under
   * which licence. Without a `picture` it is only the place of one, said to be at `address`: it is not in hand.
   */
  figure: {
    content: "caption",
    group: "block",
    isolating: true,
    attrs: {
      address: { default: null, validate: checkedBy(PictureAddress) },
      alt: { default: "", validate: checkedBy(PictureAlt) },
      credit: { default: null, validate: checkedBy(PictureCredit) },
      ...laterFigureAttributes,
    },
  },
  horizontalRule: { group: "block" },

  text: { group: "inline" },
  hardBreak: {
    inline: true,
    group: "inline",
    selectable: false,
    leafText: () => "\n",
  },
  /** A place in a sentence that rests on something; without items, or with an item that rests on nothing, it is a hole. */
  citation: {
    inline: true,
    group: "inline",
    atom: true,
    leafText: () => "",
    attrs: {
      id,
      items: { validate: checkedBy(CitationItems) },
      /** What the imported text had here ("[4–6]"), or null; shown to editors, never printed. */
      marker: { default: null, validate: checkedBy(Marker) },
    },
  },
  /** A link that was promised ("[INTERNAL_LINK:slug]") and points nowhere yet: always a hole. */
  placeholderLink: {
    inline: true,
    group: "inline",
    atom: true,
    leafText: (node) => String(node.attrs["text"] || node.attrs["target"]),
    attrs: {
      id,
      target: { validate: checkedBy(PlaceholderTarget) },
      text: { default: "", validate: checkedBy(PlaceholderTarget) },
      marker: { default: null, validate: checkedBy(Marker) },
    },
  },
} as const satisfies Record<string, NodeSpec>;
