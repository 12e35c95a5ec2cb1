import { z } from "zod";
import { DOMParser, type ParseRule, Slice } from "prosemirror-model";
import {
  CitationItems,
  Decorative,
  FigureWidth,
  Href,
  NodeId,
  PictureAddress,
  PictureAlt,
  PictureCredit,
  PictureLicence,
  PictureOrNone,
  PlaceholderTarget,
} from "@/domain/document/attributes";
import { schema } from "@/domain/document/schema";
import { ArticleId } from "@/domain/ids";
import { ClaimFacts } from "@/domain/publishing/claim";
import { newId } from "./new-id";

/**
 * What pasted HTML becomes: our own nodes where it came from us, and from word processors, mail and chat only what the
 * schema knows. Styles, pictures of elsewhere and unknown elements fall away, their words stay.
 */
const rules: ParseRule[] = [
  { tag: "section[data-section]", node: "section", getAttrs: (element) => id(element, "data-section") },
  { tag: "header[data-front]", node: "front", getAttrs: (element) => id(element, "data-front") },
  { tag: "h1[data-title]", node: "title" },
  { tag: "p[data-standfirst]", node: "standfirst" },
  { tag: "p[data-byline]", node: "byline" },
  { tag: "div[data-claim]", node: "claim", contentElement: "p", getAttrs: claimFactsIn },
  { tag: "h2[data-heading]", node: "heading" },
  { tag: "span[data-citation]", node: "citation", getAttrs: citationIn },
  { tag: "span[data-placeholder]", node: "placeholderLink", getAttrs: placeholderIn },
  { tag: "h1, h2, h3", node: "subheading", attrs: { level: 3 } },
  { tag: "h4, h5, h6", node: "subheading", attrs: { level: 4 } },
  { tag: "td > p, th > p, td > div, th > div", skip: true },
  { tag: "p", node: "paragraph" },
  { tag: "blockquote", node: "blockquote" },
  { tag: "ul", node: "bulletList" },
  { tag: "ol", node: "orderedList", getAttrs: (element) => ({ start: startOf(element) }) },
  { tag: "li", node: "listItem" },
  { tag: "pre", node: "codeBlock", preserveWhitespace: "full" },
  { tag: "figure[data-figure]", node: "figure", contentElement: "figcaption", getAttrs: figureIn },
  { tag: "table > caption", node: "caption" },
  { tag: "table", node: "table" },
  { tag: "tr", node: "tableRow" },
  { tag: "th", node: "tableHeader" },
  { tag: "td", node: "tableCell" },
  { tag: "hr", node: "horizontalRule" },
  { tag: "br", node: "hardBreak" },
  { tag: "a[data-article]", mark: "articleLink", getAttrs: articleIn },
  { tag: "a[href]", mark: "link", getAttrs: hrefIn },
  { tag: "i, em", mark: "em" },
  { style: "font-style=italic", mark: "em" },
  { tag: "strong", mark: "strong" },
  // Google Docs wraps everything it copies into a <b> whose style says that it is not bold.
  { tag: "b", mark: "strong", getAttrs: (element) => (element.style.fontWeight === "normal" ? false : null) },
  {
    style: "font-weight",
    mark: "strong",
    getAttrs: (value) => (/^(?:bold(?:er)?|[6-9]\d{2})$/u.test(value) ? null : false),
  },
  { tag: "s, del, strike", mark: "strike" },
  { style: "text-decoration=line-through", mark: "strike" },
  { tag: "sub", mark: "sub" },
  { tag: "sup", mark: "sup" },
  { tag: "code, tt", mark: "code" },
];

/** Reads HTML, of the clipboard or of the editor's own page, as nodes of our schema. */
export const parser = new DOMParser(schema, rules);

/** Plain text as paragraphs, one an empty line or a line break; nothing in it is interpreted. */
export function plainText(text: string): Slice {
  const paragraph = schema.nodes.paragraph;
  const lines = text.split(/(?:\r\n?|\n)+/u).filter((line) => line.trim());
  const content = lines.map((line) => paragraph.create(null, schema.text(line.trim())));
  return Slice.maxOpen(schema.nodes.blockquote.create(null, content).content);
}

/** Takes out of pasted HTML what word processors hide in it: comments, XML islands, and spaces that only held a layout. */
export function cleaned(html: string): string {
  return html
    .replace(/<!--.*?-->/gsu, "")
    .replace(/<!\[if[^>]*\]>.*?<!\[endif\]>/gsu, "")
    .replace(/<\/?o:[^>]*>/giu, "")
    .replace(/<xml\b.*?<\/xml>/gisu, "");
}

function id(element: HTMLElement, name: string) {
  const found = NodeId.safeParse(element.getAttribute(name));
  return { id: found.success ? found.data : newId() };
}

function citationIn(element: HTMLElement) {
  const items = CitationItems.safeParse(json(element.getAttribute("data-items")));
  if (!items.success) return false;
  return { ...id(element, "data-citation"), items: items.data, marker: element.getAttribute("data-marker") };
}

function claimFactsIn(element: HTMLElement) {
  const facts = ClaimFacts.safeParse(json(element.getAttribute("data-claim")));
  return facts.success ? facts.data : false;
}

function placeholderIn(element: HTMLElement) {
  const target = PlaceholderTarget.safeParse(element.getAttribute("data-target"));
  const text = PlaceholderTarget.safeParse(element.dataset["text"] ?? element.textContent);
  if (!target.success || !text.success) return false;
  const marker = element.getAttribute("data-marker");
  return { ...id(element, "data-placeholder"), target: target.data, text: text.data, marker };
}

function figureIn(element: HTMLElement) {
  const { address, alt, credit, licence, width, decorative, picture } = element.dataset;
  const figure = Figure.safeParse({
    address: address || null,
    alt: alt ?? "",
    credit: credit || null,
    licence: licence || null,
    width: width ?? "text",
    decorative: decorative !== undefined,
    picture: json(picture ?? null),
  });
  return figure.success ? figure.data : false;
}

const Figure = z.object({
  address: PictureAddress,
  alt: PictureAlt,
  credit: PictureCredit,
  licence: PictureLicence,
  width: FigureWidth,
  decorative: Decorative,
  picture: PictureOrNone,
});

function articleIn(element: HTMLElement) {
  const article = ArticleId.safeParse(element.dataset["article"]);
  return article.success ? { article: article.data } : false;
}

function hrefIn(element: HTMLElement) {
  const href = Href.safeParse(element.getAttribute("href")?.trim());
  return href.success ? { href: href.data } : false;
}

function startOf(element: HTMLElement): number {
  const start = Number(element.getAttribute("start") ?? 1);
  return Number.isInteger(start) && start >= 0 && start <= 1_000_000 ? start : 1;
}

function json(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
