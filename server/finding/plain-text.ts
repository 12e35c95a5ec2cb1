import { parseHTML } from "linkedom";

/**
 * What a service wrote as marked-up text (HTML, JATS, MathML, entities, even twice encoded) as plain words on one line:
 * tags off, formulas run together, entities read, control characters out.
 */
export function plainText(marked: string): string {
  let text = marked.slice(0, 40_000);
  for (let round = 0; round < 3 && /<[a-z/!]|&[#a-z]/iu.test(text); round++) text = entitiesRead(tagsOff(text));
  return cleared(text).replace(/\s+/gu, " ").trim();
}

/** The same for an abstract: paragraphs stay apart, and the heading "Abstract" is no part of it. */
export function plainParagraphs(marked: string): string {
  const paragraphs = marked
    .slice(0, 60_000)
    .split(/<\/(?:jats:)?(?:p|title|sec)>|<br\s*\/?>|\n\s*\n/iu)
    .map(plainText)
    .filter((paragraph) => paragraph !== "" && !/^(?:abstract|summary)$/iu.test(paragraph));
  return paragraphs.join("\n\n").slice(0, 20_000);
}

/** What neither a database nor a screen takes: control characters, halves of characters, marks of direction. */
export const cleared = (text: string): string =>
  text.replace(/[\p{Cs}\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu, "").replace(/\p{Cc}/gu, " ");

function tagsOff(text: string): string {
  return text
    .replace(/<(?:mml:)?annotation\b[^>]*>[^<]*<\/(?:mml:)?annotation>|<tex-math\b[^>]*>[^<]*<\/tex-math>/giu, "")
    .replace(/<!--[^<]*-->|<!\[CDATA\[|\]\]>/gu, "")
    .replace(/<(mml:)?math\b[^<]{0,400}(?:<(?!\/(?:mml:)?math>)[^<]{0,400}){0,400}<\/(?:mml:)?math>/giu, (formula) =>
      formula.replace(/\s*<[^<>]*>\s*/gu, ""),
    )
    .replace(/<(?:br|p|\/p|\/li|\/div|\/title)\s*\/?>|<\/jats:(?:p|title|sec)>/giu, " ")
    .replace(tag, "");
}

/** A tag as it is written, so that "p < 0.05 and q > 3" and "a <b and c>" stay words. */
const tag = /<\/?[a-z][\w:.-]*(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>]+))*\s*\/?>/giu;

/** One page for all: an element's text is the cheapest reader of all named entities. */
const { document } = parseHTML("<!doctype html><html><body></body></html>");

function entitiesRead(text: string): string {
  if (!text.includes("&")) return text;
  const element = document.createElement("p");
  element.innerHTML = text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return element.textContent ?? "";
}
