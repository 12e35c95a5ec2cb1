/** A PubMed number (PMID) without its prefix and leading zeros, or null. */
export function pmidOf(text: string): string | null {
  return /^\s*(?:pmid:?\s*)?0*([1-9]\d{0,8})\s*$/iu.exec(text)?.[1] ?? null;
}

/**
 * A PubMed Central number (PMCID) as "PMC" and digits, or null. Its digits are no PMID and a PMID is no PMCID, so a number
 * without "PMC" in front is none; a version ("PMC13901.1") is the same article.
 */
export function pmcidOf(text: string): string | null {
  const digits = /^\s*(?:pmcid:?\s*)?pmc\s?0*([1-9]\d{0,9})(?:\.\d{1,2})?\s*$/iu.exec(text)?.[1];
  return digits ? `PMC${digits}` : null;
}

/** The PubMed number that a page of PubMed or Europe PMC is about, or null. */
export function pmidAt(address: string): string | null {
  return pmidOf(found(pubmedPages, address));
}

/** The PubMed Central number that a page of PubMed Central or Europe PMC is about, or null. */
export function pmcidAt(address: string): string | null {
  return pmcidOf(found(centralPages, address));
}

const found = (places: readonly RegExp[], address: string): string =>
  places.map((place) => place.exec(address)?.[1]).find((match) => match !== undefined) ?? "";

const pubmedPages = [
  /^https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|pubmed\.gov|ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed)\/(\d+)\/?(?:[?#]|$)/iu,
  /^https?:\/\/(?:www\.)?europepmc\.org\/(?:article|abstract)\/med\/(\d+)\/?(?:[?#]|$)/iu,
];
const centralPages = [
  /^https?:\/\/(?:(?:www\.|m\.)?ncbi\.nlm\.nih\.gov\/(?:labs\/)?pmc|pmc\.ncbi\.nlm\.nih\.gov)\/articles\/(pmc\d+(?:\.\d+)?)(?:\/(?:pdf(?:\/[^?#]*)?)?)?(?:[?#]|$)/iu,
  /^https?:\/\/(?:www\.)?europepmc\.org\/(?:articles|article\/pmc)\/(pmc\d+)\/?(?:[?#]|$)/iu,
];
