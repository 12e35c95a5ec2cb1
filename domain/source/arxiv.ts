/**
 * The arXiv identifier in a text that is nothing but one (bare, prefixed, an arxiv.org address or arXiv's DOI), without
 * version and, for identifiers of before 2007, without subject class; null for anything else.
 */
export function arxivIdOf(text: string): string | null {
  if (!/arxiv|^\s*(?:\d{4}\.\d|[a-z.-]+\/\d{7})/iu.test(text)) return null;
  const trimmed = text.trim();
  const bare = places.map((place) => place.exec(trimmed)?.[1]).find((found) => found !== undefined);
  if (bare === undefined) return null;
  const id = bare.toLowerCase().replace(/v\d+$/u, "");
  if (/^\d{4}\.\d{4,5}$/u.test(id)) return id;
  const old = /^([a-z-]+)(?:\.[a-z]{2})?\/(\d{7})$/u.exec(id);
  return old ? `${old[1]}/${old[2]}` : null;
}

const places = [
  /^https?:\/\/(?:(?:www|export)\.)?arxiv\.org\/(?:abs|pdf|html)\/([^?#]+?)(?:\.pdf)?\/?(?:[?#].*)?$/iu,
  /^arxiv:\s*(\S+?)(?:\s*\[[^\]]*\])?$/iu,
  /^10\.48550\/arxiv\.(\S+)$/iu,
  /^(\d{4}\.\d{4,5}(?:v\d+)?)$/iu,
  /^([a-z-]+(?:\.[a-z]{2})?\/\d{7}(?:v\d+)?)$/iu,
];
