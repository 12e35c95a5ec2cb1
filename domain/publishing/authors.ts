import { wordSlug } from "./slug";

/** A person that a byline names, and the slug of the page that lists what they wrote. */
export type Author = { name: string; slug: string };

/** "By Ann Lee and Bo van Ek" as two people, each once; a byline that names nobody is nobody's. */
export function authorsOf(byline: string): Author[] {
  const names = byline
    .replace(/^\s*(?:by|von|par|por|di)\s+/iu, "")
    .split(/\s*(?:,|;|&|·|\band\b|\bund\b|\bet\b)\s*/iu)
    .map((name) => name.replace(/\s+/gu, " ").trim());
  const authors = new Map<string, Author>();
  for (const name of names) {
    const slug = wordSlug(name);
    if (slug && !authors.has(slug)) authors.set(slug, { name, slug });
  }
  return [...authors.values()];
}
