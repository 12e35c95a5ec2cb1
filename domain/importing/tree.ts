import type { CitationItem } from "@/domain/citation/item";

/** How a stretch of text is set; a link keeps the address as the text had it, whether or not it is one. */
export type TextMark = { kind: "em" | "strong" | "strike" | "sub" | "sup" | "code" } | { kind: "link"; href: string };

/**
 * A piece of a line. `verbatim` is code or mathematics, in which nothing is looked for; `note` is a source written
 * into the sentence itself ("^[Smith, 2019]"); `promise` is a link whose address is a placeholder. `cite` is a citation
 * by key that the format's own reader has understood; `narrative` says that the sentence names the author by it.
 */
export type Inline =
  | { kind: "text" | "verbatim"; text: string; marks: readonly TextMark[] }
  | { kind: "break" }
  | { kind: "note"; text: string }
  | { kind: "cite"; items: readonly CitationItem[]; written: string; narrative: boolean }
  | { kind: "promise"; target: string; text: string };

export type Align = "left" | "center" | "right" | null;
export type Cell = { align: Align; inlines: readonly Inline[] };

/** A block of a draft as every format reader hands it over: nothing of Markdown, HTML or any other format is left in it. */
export type Block =
  | { kind: "heading"; level: number; inlines: readonly Inline[] }
  | { kind: "paragraph"; inlines: readonly Inline[] }
  | { kind: "quote"; blocks: readonly Block[] }
  | { kind: "list"; start: number | null; items: readonly (readonly Block[])[] }
  | { kind: "code"; language: string | null; text: string }
  | { kind: "table"; head: readonly Cell[]; rows: readonly (readonly Cell[])[]; caption?: readonly Inline[] }
  | { kind: "figure"; address: string; alt: string; caption: readonly Inline[] }
  | { kind: "rule" };

/** Something that was written once for the whole draft and is pointed at by its label: a footnote or a link definition. */
export type Definition = { label: string; text: string };

/** What the importer did with words that are not where they stood: a line of the ledger for a person to read. */
export type LedgerLine = { what: string; text: string; reason: string };

/** A key that front matter cites: in which field, and whether only to have the work listed ("nocite"). */
export type Elsewhere = { key: string; field: string };

/**
 * The one intermediate tree between all formats and our document. `notes` are footnote definitions, `numbered` link
 * definitions that were used as numbers ("[1]" with "[1]: https://…"); `named` is what front matter said.
 */
export type DraftTree = {
  blocks: readonly Block[];
  notes: readonly Definition[];
  numbered: readonly Definition[];
  named: { title: string | null; standfirst: string | null; byline: string | null; citesByKey: boolean };
  /** Keys that are cited outside of the text, in the order of the front matter; null where the text was not read for keys. */
  elsewhere: readonly Elsewhere[] | null;
  lines: readonly LedgerLine[];
  warnings: readonly string[];
};

/** A tree of blocks alone. */
export function treeOf(blocks: readonly Block[]): DraftTree {
  const named = { title: null, standfirst: null, byline: null, citesByKey: false };
  return { blocks, notes: [], numbered: [], named, elsewhere: null, lines: [], warnings: [] };
}

/** A run of ordinary text. */
export const textInline = (text: string, marks: readonly TextMark[] = []): Inline => ({ kind: "text", text, marks });

/** The words of inlines as a reader sees them, a link's address after its words where they differ. */
export function wordsOf(inlines: readonly Inline[]): string {
  let words = "";
  inlines.forEach((inline, index) => {
    words += wordOf(inline);
    const href = hrefOf(inline);
    if (href && href !== hrefOf(inlines[index + 1]) && !words.endsWith(href)) words += ` (${href})`;
  });
  return words.replace(/\s+/gu, " ").trim();
}

/** The address that a piece of text links to, or null. */
export function hrefOf(inline: Inline | undefined): string | null {
  if (inline?.kind !== "text" && inline?.kind !== "verbatim") return null;
  const link = inline.marks.find((mark) => mark.kind === "link");
  return link ? link.href : null;
}

function wordOf(inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "verbatim":
      return inline.text;
    case "break":
      return " ";
    case "note":
      return `^[${inline.text}]`;
    case "cite":
      return inline.written;
    case "promise":
      return `${inline.text} (${inline.target})`;
  }
}
