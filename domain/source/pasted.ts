import { arxivIdOf } from "./arxiv";
import { doiOf, doiWithin, withoutCloser } from "./doi";
import { pmidOf } from "./identity";
import { isbnOf } from "./isbn";
import { withoutTracking } from "./web-address";

export const pastedKinds = [
  "doi",
  "url",
  "isbn",
  "pmid",
  "pmcid",
  "arxiv",
  "bibtex",
  "ris",
  "csl-json",
  "endnote",
  "line",
] as const;
export type PastedKind = (typeof pastedKinds)[number];

/** One thing that was pasted: what it is, its normal form (for files and lines the words themselves), and the words. */
export type Pasted = { kind: PastedKind; value: string; text: string };

/**
 * Says what a text is, whatever it is: a file of records (BibTeX, RIS, CSL-JSON, EndNote) is one thing, a list of
 * identifiers is each of them, anything else is lines of a reference list. Every word of the text is in some `text`.
 */
export function whatIsPasted(text: string): Pasted[] {
  const whole = text.replace(/^\ufeff/u, "").trim();
  if (whole === "") return [];
  const file = fileKindOf(whole);
  if (file) return [{ kind: file, value: whole, text: whole }];
  return entriesIn(whole).flatMap((entry) => identifiersIn(entry) ?? [lineOf(entry)]);
}

/** What one identifier is, or null for words. A bare number of up to eight digits is taken for a PMID only with its name. */
export function identifierOf(text: string): Pasted | null {
  const bare = text.trim().replace(/^<(.*)>$/u, "$1");
  const as = (kind: PastedKind, value: string | null): Pasted | null =>
    value === null ? null : { kind, value, text: text.trim() };
  if (/\s/u.test(bare) && !named.test(bare) && !isbnOf(bare)) return null;
  return (
    as("arxiv", arxivWithVersion(bare)) ??
    as("doi", doiOf(bare) ?? doiInAddress(bare)) ??
    as("pmcid", pmcidOf(bare)) ??
    as("pmid", pmidIn(bare)) ??
    as("isbn", isbnOf(bare.replace(/^urn:isbn:/iu, ""))) ??
    as("url", addressOf(bare))
  );
}

const named = /^(?:doi|info:doi|pmid|pmcid|isbn(?:-?1[03])?|e-?isbn|arxiv)\s*[:/]?\s/iu;

function fileKindOf(text: string): PastedKind | null {
  if (/^(?:%[^\n]*\n\s*)*@\s*[a-z]+\s*[{(]/iu.test(text)) return "bibtex";
  if (/^TY {1,2}-/mu.test(text) && /^(?:[A-Z][A-Z0-9] {1,2}-.*\s*)/u.test(text)) return "ris";
  if (/^(?:\[\s*)?\{\s*"/u.test(text) || /^\[\s*\]$/u.test(text)) return "csl-json";
  if (/^%0 \S/mu.test(text) && /^%[0-9A-Z!@] /u.test(text)) return "endnote";
  if (/^(?:<\?xml[^>]*\?>\s*)?<xml>\s*<records>/iu.test(text)) return "endnote";
  return null;
}

/** The entries of a list: one a line, or, where lines were wrapped, one between empty lines. */
function entriesIn(text: string): string[] {
  const lines = text.split(/\r\n?|\n/u).map((line) => line.trim());
  const blocks = text.split(/(?:\r\n?|\n)\s*(?:\r\n?|\n)/u).map((block) => block.replace(/\s+/gu, " ").trim());
  const wrapped =
    blocks.length > 1 && lines.length > blocks.length * 2 - 1 && !lines.some((line) => identifierOf(line));
  return (wrapped ? blocks : lines).filter((entry) => entry !== "");
}

/** The identifiers that a line consists of, with nothing else in it than marks of a list; null when there is more. */
function identifiersIn(entry: string): Pasted[] | null {
  const bare = entry.replace(/^(?:[-*•]\s+|\[?\d{1,3}[\].)]\s+)/u, "");
  const one = identifierOf(bare) ?? identifierOf(withoutCloser(bare));
  if (one) return [{ ...one, text: entry }];
  const pieces = bare.split(/[,;]\s*|\s+/u).filter((piece) => piece !== "");
  const found = pieces.map(identifierOf);
  return pieces.length > 1 && found.every((piece) => piece !== null) ? found : null;
}

const lineOf = (entry: string): Pasted => ({ kind: "line", value: entry, text: entry });

/** An arXiv identifier with its version, where one is written. */
function arxivWithVersion(text: string): string | null {
  const id = arxivIdOf(text);
  const version = id ? /\dv([1-9]\d{0,2})(?:\.pdf)?(?:[/?#[\s].*)?$/iu.exec(text)?.[1] : undefined;
  return id && version ? `${id}v${version}` : id;
}

/** A DOI in the address of a publisher, where it stands whole in the path ("/doi/full/10.1000/182"). */
function doiInAddress(text: string): string | null {
  const path = /^https?:\/\/[^/\s]+\/(?:[\w.-]+\/)*doi\/(?:[\w.-]+\/)*?(10\.\d{4,9}[^\s?#]*)/iu.exec(text)?.[1];
  return path ? doiWithin(decoded(path).replace(/\/(?:full|abstract|pdf|epub|summary)$/iu, "")) : null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function pmcidOf(text: string): string | null {
  const found =
    /^(?:pmcid:?\s*)?(PMC[1-9]\d{0,8})(?:\.\d+)?$/iu.exec(text) ??
    /^https?:\/\/(?:(?:www\.)?ncbi\.nlm\.nih\.gov\/pmc|pmc\.ncbi\.nlm\.nih\.gov|europepmc\.org\/(?:article|articles)(?:\/PMC)?)\/(?:articles\/)?(PMC[1-9]\d{0,8})(?:[/?#].*)?$/iu.exec(
      text,
    );
  return found?.[1]?.toUpperCase() ?? null;
}

function pmidIn(text: string): string | null {
  if (/^pmid/iu.test(text)) return pmidOf(text);
  const at =
    /^https?:\/\/(?:(?:www\.)?pubmed\.(?:ncbi\.nlm\.nih\.gov|gov)|(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed|europepmc\.org\/(?:article|abstract)\/med)\/(\d+)\/?(?:[?#].*)?$/iu.exec(
      text,
    );
  return pmidOf(at?.[1] ?? "");
}

function addressOf(text: string): string | null {
  const address = /^www\.[^\s/]+\.[^\s]+$/iu.test(text) ? `https://${text}` : text;
  if (!/^https?:\/\/[^\s/]+\S*$/iu.test(address) || address.length > 2048) return null;
  return withoutTracking(address);
}
