import type {
  Definition,
  FootnoteReference,
  Html,
  Image,
  ImageReference,
  Link,
  LinkReference,
  PhrasingContent,
  Root,
} from "mdast";
import type { CitationItem } from "@/domain/citation/item";
import { type Inline, type LedgerLine, type TextMark, textInline, wordsOf } from "@/domain/importing/tree";
import { markOfTag, type OpenTag, tagOf } from "./inline-html";
import { attributeOf } from "./html-words";
import type { HiddenMath } from "./markdown-math";

/** What is known and gathered while a Markdown text is read. */
export type Reading = {
  lines: LedgerLine[];
  definitions: ReadonlyMap<string, Definition>;
  used: Set<string>;
  /** Link definitions that the text used as numbers: label and address. */
  numbered: Map<string, string>;
  math: Pick<HiddenMath, "restore" | "inlines">;
  /** The text is a paper in pandoc's Markdown. */
  isPaper: boolean;
  /** Footnotes that cite, by identifier: what they cite stands where they are pointed at. */
  citing: Map<string, { items: readonly CitationItem[]; text: string; used: boolean }>;
  /** The text that was parsed, and the way to parse a part of it again. */
  source: string;
  parse: (part: string) => Root;
};

type Marks = readonly TextMark[];

/** The inline content of Markdown's tree as inlines of ours. */
export function readInlines(nodes: readonly PhrasingContent[], reading: Reading, outer: Marks = []): Inline[] {
  const inlines: Inline[] = [];
  const open: OpenTag[] = [];
  for (const node of nodes) {
    const marks = [...outer, ...open.flatMap(({ mark }) => (mark ? [mark] : []))];
    if (node.type === "html") inlines.push(...readTag(node, open, marks, reading));
    else inlines.push(...readInline(node, reading, marks));
  }
  return inlines;
}

function readInline(node: Exclude<PhrasingContent, Html>, reading: Reading, marks: Marks): Inline[] {
  switch (node.type) {
    case "text":
      return reading.math.inlines(node.value, marks);
    case "emphasis":
      return readInlines(node.children, reading, [...marks, { kind: "em" }]);
    case "strong":
      return readInlines(node.children, reading, [...marks, { kind: "strong" }]);
    case "delete":
      return readInlines(node.children, reading, [...marks, { kind: "strike" }]);
    case "inlineCode":
      return [{ kind: "verbatim", text: reading.math.restore(node.value), marks: [...marks, { kind: "code" }] }];
    case "break":
      return [{ kind: "break" }];
    case "footnoteReference":
      return readNoteMark(node, reading, marks);
    case "link":
      return readLink(node, reading, marks);
    case "linkReference":
      return readReference(node, reading, marks);
    case "image":
    case "imageReference":
      return readImage(node, reading, marks);
  }
}

function readNoteMark({ label, identifier }: FootnoteReference, reading: Reading, marks: Marks): Inline[] {
  const written = `[^${label ?? identifier}]`;
  const note = reading.citing.get(identifier);
  if (!note) return [textInline(written, marks)];
  note.used = true;
  reading.lines.push({ what: "footnote", text: note.text, reason: "What it cites is cited in its place." });
  const parts = Array.from({ length: Math.ceil(note.items.length / 50) }, (_, at) =>
    note.items.slice(at * 50, at * 50 + 50),
  );
  return parts.map((items): Inline => ({ kind: "cite", items, written, narrative: false }));
}

/**
 * A link keeps its address as it is; the importer judges it. What only looks like a link goes back to what it was: a
 * chat's mark, a number that leads to a note of the same page, the "mail address" within a pandoc citation.
 */
function readLink(node: Link, reading: Reading, marks: Marks): Inline[] {
  const url = reading.math.restore(node.url);
  const words = wordsOf(readInlines(node.children, reading));
  if (words.startsWith("oai_citation:")) return [textInline(`[${words}](${url})`, marks)];
  if (url.startsWith("#") && /^\[?\d{1,4}\]?$/u.test(words))
    return [textInline(`[${words.replace(/\D/gu, "")}]`, marks)];
  if (url === `mailto:${words}` && /^[^\p{L}\p{N}]+@/u.test(words)) return [textInline(words, marks)];
  return linked(node, url, node.title ?? null, reading, marks);
}

function linked(
  node: Link | LinkReference,
  url: string,
  title: string | null,
  reading: Reading,
  marks: Marks,
): Inline[] {
  if (title) reading.lines.push({ what: "link title", text: title, reason: "Links have an address and words only." });
  const inlines = readInlines(node.children, reading, [...marks, { kind: "link", href: url }]);
  if (inlines.length > 0) return inlines;
  return [textInline(url, [...marks, { kind: "link", href: url }])];
}

/** "[words][ref]" is a link; a number alone that is defined as an address is a citation of that address. */
function readReference(node: LinkReference, reading: Reading, marks: Marks): Inline[] {
  const definition = reading.definitions.get(node.identifier);
  if (!definition) return readInlines(node.children, reading, marks);
  reading.used.add(node.identifier);
  const url = reading.math.restore(definition.url);
  const label = node.label ?? node.identifier;
  if (node.referenceType === "full" || !/^\d{1,4}$/u.test(label))
    return linked(node, url, definition.title ?? null, reading, marks);
  reading.numbered.set(label, definition.title ? `${definition.title} ${url}` : url);
  return [textInline(`[${label}]`, marks)];
}

function readImage(node: Image | ImageReference, reading: Reading, marks: Marks): Inline[] {
  const { url, title, alt } = pictureOf(node, reading);
  const isWeb = /^https?:\/\//iu.test(url);
  const reason = isWeb
    ? "Pictures are not imported; its words are a link to it."
    : "Pictures are not imported; its words stay.";
  reading.lines.push({
    what: "image",
    text: [reading.math.restore(alt), url, title].filter(Boolean).join(" · "),
    reason,
  });
  const link: TextMark[] = isWeb && !marks.some((mark) => mark.kind === "link") ? [{ kind: "link", href: url }] : [];
  return alt === "" && !isWeb ? [] : reading.math.inlines(alt || url, [...marks, ...link]);
}

/** What is said of a picture: where it is, its title, and its words, in which citations are still hidden. */
export function pictureOf(node: Image | ImageReference, { definitions, used, math }: Reading) {
  const definition = node.type === "imageReference" ? definitions.get(node.identifier) : undefined;
  if (definition) used.add(definition.identifier);
  const url = math.restore(node.type === "image" ? node.url : (definition?.url ?? ""));
  return { url, title: (node.type === "image" ? node.title : definition?.title) ?? "", alt: node.alt ?? "" };
}

/** A tag in a line: some stand for marks, `<br>` breaks, all others go to the ledger while their words stay. */
function readTag(node: Html, open: OpenTag[], marks: Marks, reading: Reading): Inline[] {
  const html = reading.math.restore(node.value);
  const tag = tagOf(html);
  if (tag?.name === "br") return [{ kind: "break" }];
  if (tag?.closes) {
    const at = open.findLastIndex(({ name }) => name === tag.name);
    if (at !== -1) open.splice(at, 1);
  } else if (tag && !tag.closed) open.push({ name: tag.name, mark: markOfTag(tag.name, html) });
  if (!tag || !markOfTag(tag.name, html)) {
    const what = html.startsWith("<!--") ? "HTML comment or code" : "HTML";
    if (!tag?.closes) reading.lines.push({ what, text: html, reason: "The words stay, the tags go." });
  }
  const alt = tag?.name === "img" ? attributeOf(html, "alt") : "";
  return alt ? [textInline(alt, marks)] : [];
}
