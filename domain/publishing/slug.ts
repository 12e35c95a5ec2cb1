/** The slug that a title suggests: ASCII words and dashes (RFC 3986 unreserved), at most 80 characters, never empty. */
export function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/['’]/gu, "")
    .match(/[a-z0-9]+/g);
  let slug = "";
  for (const word of words ?? []) {
    if (slug.length + word.length + 1 > 80) break;
    slug += slug ? `-${word}` : word;
  }
  return slug || words?.[0]?.slice(0, 80) || "article";
}

/** The first of "slug", "slug-2", "slug-3" … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}

/**
 * The slug of a name in any script: its letters and digits in small letters, without accents where the script is Latin,
 * with dashes between; "" when it has none. One of digits alone would be a page's number and gets a dash in front.
 */
export function wordSlug(name: string): string {
  const words = plainLetters(name)
    .toLowerCase()
    .replace(/['’]/gu, "")
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  const slug = [...(words ?? []).join("-")].slice(0, 80).join("").replace(/-+$/, "");
  return /^\d+$/.test(slug) ? `no-${slug}` : slug;
}

/** A text with the accents of its Latin letters taken off, in NFC: "Ångström" as "Angstrom". */
export const plainLetters = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, "$1")
    .normalize("NFC");
