import { DOMSerializer, type DOMOutputSpec, type Mark, type Node } from "prosemirror-model";
import type { MarkViewConstructor, NodeViewConstructor } from "prosemirror-view";
import { schema } from "@/domain/document/schema";
import { ClaimFacts, claimInWords } from "@/domain/publishing/claim";

type Look<T> = (thing: T) => DOMOutputSpec;

/** What has a side, a marker or a bar, has it where its first letters begin. */
const ownWay = { dir: "auto" };

/**
 * How each node of the one schema looks as HTML, in the editor and on the clipboard. The schema itself says nothing of
 * looks, so that server, rules and editor share the very same nodes.
 */
export const nodeLooks: Record<string, Look<Node>> = {
  front: ({ attrs }) => ["header", { class: "head", "data-front": attrs["id"] }, 0],
  title: () => ["h1", { "data-title": "" }, 0],
  standfirst: () => ["p", { class: "stand", "data-standfirst": "" }, 0],
  byline: () => ["p", { class: "by", "data-byline": "" }, 0],
  claim: ({ attrs }) => [
    "div",
    { class: "claim", "data-claim": JSON.stringify(attrs) },
    ["div", { class: "what", contenteditable: "false" }, "Claim under review"],
    ["p", 0],
    ["div", { class: "said", contenteditable: "false" }, claimInWords(ClaimFacts.parse(attrs))],
  ],
  section: ({ attrs }) => ["section", { "data-section": attrs["id"] }, 0],
  heading: () => ["h2", { "data-heading": "" }, 0],
  paragraph: () => ["p", 0],
  subheading: ({ attrs }) => [`h${attrs["level"]}`, 0],
  blockquote: () => ["blockquote", ownWay, 0],
  bulletList: () => ["ul", ownWay, 0],
  orderedList: ({ attrs }) => ["ol", attrs["start"] === 1 ? ownWay : { ...ownWay, start: attrs["start"] }, 0],
  listItem: () => ["li", 0],
  codeBlock: ({ attrs }) => ["pre", attrs["language"] ? { "data-language": attrs["language"] } : {}, ["code", 0]],
  /** The rows and the caption stand in one element, as the schema has them; browsers draw a caption within it. */
  table: () => ["table", 0],
  tableRow: () => ["tr", 0],
  tableHeader: ({ attrs }) => ["th", aligned(attrs["align"]), 0],
  tableCell: ({ attrs }) => ["td", aligned(attrs["align"]), 0],
  caption: () => ["caption", 0],
  /** For the clipboard, since the editor draws figures by a view of their own; every attribute goes along. */
  figure: ({ attrs }) => [
    "figure",
    {
      "data-figure": "",
      "data-address": attrs["address"] ?? "",
      "data-alt": attrs["alt"],
      "data-credit": attrs["credit"] ?? "",
      "data-licence": attrs["licence"] ?? "",
      "data-width": attrs["width"],
      ...(attrs["decorative"] ? { "data-decorative": "" } : {}),
      ...(attrs["picture"] ? { "data-picture": JSON.stringify(attrs["picture"]) } : {}),
    },
    ["figcaption", 0],
  ],
  horizontalRule: () => ["hr"],
  hardBreak: () => ["br"],
  citation: ({ attrs }) => [
    "span",
    { "data-citation": attrs["id"], "data-items": JSON.stringify(attrs["items"]), "data-marker": attrs["marker"] },
  ],
  placeholderLink: ({ attrs }) => [
    "span",
    { "data-placeholder": attrs["id"], "data-target": attrs["target"], "data-marker": attrs["marker"] },
    String(attrs["text"]),
  ],
};

/** The same for marks. Links do not leave the text while it is written: the pointer sets the cursor. */
export const markLooks: Record<string, Look<Mark>> = {
  link: ({ attrs }) => ["a", { href: attrs["href"], rel: "noopener" }, 0],
  articleLink: ({ attrs }) => ["a", { "data-article": attrs["article"], class: "inward" }, 0],
  em: () => ["em", 0],
  strong: () => ["strong", 0],
  strike: () => ["s", 0],
  sub: () => ["sub", 0],
  sup: () => ["sup", 0],
  code: () => ["code", 0],
};

/** Writes nodes as HTML for the clipboard. */
export const serializer = new DOMSerializer({ ...DOMSerializer.fromSchema(schema).nodes, ...nodeLooks }, markLooks);

/** Plain node views for all nodes; chips have their own. */
export const plainNodeViews: Record<string, NodeViewConstructor> = Object.fromEntries(
  Object.entries(nodeLooks).map(([name, look]) => [
    name,
    (node: Node) => DOMSerializer.renderSpec(document, look(node)),
  ]),
);

/** Plain mark views for all marks. */
export const markViews: Record<string, MarkViewConstructor> = Object.fromEntries(
  Object.entries(markLooks).map(([name, look]) => [
    name,
    (mark: Mark) => DOMSerializer.renderSpec(document, look(mark)),
  ]),
);

/** What stands in the picture's place until somebody has it: that it is not in hand, where it was said to be, what it shows. */
export function gapWords({ address, alt, credit }: Node["attrs"]): string {
  const said = [alt, credit ? `Credit: ${credit}` : null].filter(Boolean).join(" · ");
  return [`Picture not in hand${address ? `: ${address}` : ""}`, said].filter(Boolean).join(" · ");
}

function aligned(align: unknown): Record<string, string> {
  return typeof align === "string" ? { style: `text-align: ${align}` } : {};
}
