import { arxivIdOf } from "@/domain/source/arxiv";
import { doiWithin, withoutCloser } from "@/domain/source/doi";
import { isbnOf } from "@/domain/source/isbn";
import { withoutTracking } from "@/domain/source/tracking";

/** A raw line without its label, identifiers, addresses and notes of access; its spacing is that of print. */
export type Prepared = {
  text: string;
  doi: string | null;
  address: string | null;
  isbn: string | null;
  /** The line speaks of an ISBN, be it one that holds or not. */
  isBook: boolean;
  pmid: string | null;
  arxiv: string | null;
  /** What stood in square brackets ("Doctoral dissertation", "Internet"), in small letters. */
  remarks: string;
};

/** Takes out of a line whatever can be told for sure by its form. Only the first 1,500 characters are read. */
export function prepare(original: string): Prepared {
  const line = original.slice(0, 1500).replace(label, "").trim();
  const found = {
    doi: doiWithin(line),
    address: addressIn(line),
    isbn: isbnIn(line),
    isBook: /\bISBN\b/iu.test(line),
    pmid: /\bPMID:?\s*(\d{1,9})\b/iu.exec(line)?.[1] ?? null,
    arxiv: arxivIn(line),
  };
  const remarks: string[] = [];
  const bare = line
    .replace(
      /(?:\bdoi:?\s*)?\bhttps?:\/\/[^\s<>"“”]+|(?:\bdoi\b\s*[:.]?\s*)?(?<![\w.])10\.\d{4,9}\/[^\s"“”<>]+/giu,
      " ",
    )
    .replace(/(?<!\S)(?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,8}(?:\/[^\s<>"“”]*)+/gu, " ")
    .replace(/\(?\bISBN(?:-1[03])?:?[\s\d‐-]{10,20}[\dX]?\)?|\b(?:PMID|PMCID):?\s*(?:PMC)?\d+/giu, " ")
    .replace(/\(?\barxiv(?:\s+preprint)?(?:\s+arxiv)?:\s?[\w.\-/]+(?:\s?\[[\w.-]+\])?\)?/giu, " ")
    .replace(/\[((?!\[)[^\][]{2,80})\]/gu, (whole, inside: string) => {
      if (/^\s*(?:1[5-9]|20)\d\d\s*\]?$/u.test(inside)) return whole;
      remarks.push(inside.toLowerCase());
      return " ";
    })
    .replace(accessNote, " ")
    .replace(/\b(?:Epub ahead of print|Available(?: at| from)?:?|Retrieved from|JSTOR,?)(?=[\s.,]|$)/gu, " ");
  return { ...found, text: spaced(bare), remarks: remarks.join(" ") };
}

/** The numbers or the bullet that a line of a list starts with. */
const label =
  /^\s*(?:[-*•–]\s+)?(?:\[[\d\s,;[\]–-]*\]|\(\d{1,3}\)(?=\s)|\d{1,3}\s?[.)](?=\s)|[⁰¹²³⁴-⁹]{1,3}(?=\s?\S))?\s*(?:[—_]{2,}[.,]?\s*)?/u;

const accessNote =
  /[(,.;]?\s*\b(?:last (?:accessed|visited)|accessed|retrieved|visited|viewed|abgerufen|zugriff|consulté|consultado|geraadpleegd)\b(?:\s(?:on|am|le|el|op|den)\b)?:?[\s\p{L}\d.,/-]{4,28}?\b(?:19|20)\d\d(?:,? from\b)?[)\].]*/giu;

function addressIn(line: string): string | null {
  const found = /\bhttps?:\/\/[^\s<>"“”]+/iu.exec(line)?.[0];
  const address = found ? withoutCloser(found) : null;
  if (!address || address.length > 2048 || /^https?:\/\/(?:dx\.|www\.)?doi\.org\//iu.test(address)) return null;
  return withoutTracking(address);
}

function isbnIn(line: string): string | null {
  const found = /\bISBN(?:-1[03])?:?\s*((?:97[89][\s‐-]?)?(?:\d[\s‐-]?){9}[\dX])/iu.exec(line)?.[1]?.trim();
  return found && isbnOf(found) ? found : null;
}

function arxivIn(line: string): string | null {
  const found = /\barxiv:\s?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)/iu.exec(line)?.[1];
  return found && arxivIdOf(found) ? `arXiv:${found}` : null;
}

/** Single spaces, none before a comma or a stop or inside brackets, one after a comma between words. */
const spaced = (text: string): string =>
  text
    .replace(/[\s\u00a0\u2009\u202f]+/gu, " ")
    .replace(/ (?=[,;](?:\s|$))| (?=\.(?:\s|$))/gu, "")
    .replace(/\( /gu, "(")
    .replace(/ \)/gu, ")")
    .replace(/(?<=\d) \((?=\d{1,3}(?:[/–-]\d{1,3})?\))/gu, "(")
    .replace(/(?<=\d) ?([-–—]) ?(?=\d)/gu, "$1")
    .replace(/(?<=[\p{L}.])\((?=(?:1[5-9]|20)\d\d)/gu, " (")
    .replace(/(?:\(\s*\)|\[\s*\])/gu, " ")
    .replace(/([.,;:])(?: ?\1)+(?=\s|$)|[,;:] ?(?=\.(?:\s|$))/gu, "$1")
    .replace(/ {2,}/gu, " ")
    .trim();
