import type { Node } from "prosemirror-model";
import { CitationItems } from "@/domain/document/attributes";
import { canonicalJson } from "@/domain/document/canonical";
import { picturedIn, rightsIn } from "@/domain/document/pictures";
import type { ReferenceId } from "@/domain/ids";
import { ClaimFacts, claimInWords } from "@/domain/publishing/claim";

/** The smallest thing that a comparison tells apart: a word, the space between, a citation, a placeholder link. */
export type Token = {
  text: string;
  /** What two tokens must share to be the same: the words, how they are marked, what a citation rests on. */
  key: string;
  /** The references that a citation rests on; null for anything else. */
  cites: (ReferenceId | null)[] | null;
};

/** The tokens of a text block in order. */
export function tokensOf(block: Node): Token[] {
  const tokens: Token[] = [];
  if (block.type.name === "figure") return pictureTokens(block);
  block.forEach((node) => {
    if (node.isText) tokens.push(...wordsOf(node));
    else if (node.type.name === "citation") tokens.push(citation(node));
    else tokens.push({ text: node.type.spec.leafText?.(node) ?? "", key: canonicalJson(node.toJSON()), cites: null });
  });
  if (block.type.name === "claim") tokens.push(...plainTokens(` (${claimInWords(ClaimFacts.parse(block.attrs))})`));
  return tokens;
}

/** What is said of a picture outside of its caption; it is told apart by its SHA-256, of which the first digits are shown. */
function pictureTokens(figure: Node): Token[] {
  const { attrs } = figure;
  const shown = picturedIn(figure);
  const { credit, licence } = rightsIn(figure);
  const said = [
    shown ? shown.picture.sha256.slice(0, 8) : attrs["address"],
    shown?.decorative ? "decoration" : attrs["alt"],
    credit,
    licence,
    shown?.wide ? "wide" : null,
  ];
  const which = { text: "Picture", key: shown?.picture.sha256 ?? "", cites: null };
  return [which, ...plainTokens(`: ${said.filter(Boolean).join(" · ")}`)];
}

const plainTokens = (words: string): Token[] =>
  (words.match(/\s+|\S+/gu) ?? []).map((text) => ({ text, key: text, cites: null }));

function wordsOf(node: Node): Token[] {
  const marks = node.marks.length > 0 ? canonicalJson(node.marks.map((mark) => mark.toJSON())) : "";
  return (node.text?.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? []).map((text) => ({
    text,
    key: `${marks}${text}`,
    cites: null,
  }));
}

function citation(node: Node): Token {
  const items = CitationItems.parse(node.attrs["items"]);
  return { text: "", key: canonicalJson({ cites: items }), cites: items.map((item) => item.reference) };
}
