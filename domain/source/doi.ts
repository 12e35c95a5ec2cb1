/**
 * The DOI (ISO 26324) in a text that is nothing but one, with or without resolver or prefix: lower case and bare, or
 * null. Two DOIs that differ in case only are the same.
 */
export function doiOf(text: string): string | null {
  const resolved = resolver.exec(text.trim());
  const bare = resolved ? decoded((resolved[1] ?? "").replace(/[?#].*$/u, "")) : text.trim().replace(prefix, "");
  const doi = bare.replace(/[.,;:\s]+$/u, "").toLowerCase();
  return /^10\.\d{4,9}(?:\.\d+)*\/[^\s]+$/u.test(doi) ? doi : null;
}

/** The first DOI that stands somewhere in a running text, or null; a stop or a bracket that closes around it is not of it. */
export function doiWithin(text: string): string | null {
  const found = /(?:^|[^\w.])(10\.\d{4,9}(?:\.\d+)*\/[^\s"“”<>]+)/u.exec(text)?.[1];
  return found ? doiOf(withoutCloser(found)) : null;
}

const resolver = /^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/(.*)$/isu;
const prefix = /^(?:(?:doi|info:doi)\s*[:/]\s*)+/iu;

function decoded(text: string): string {
  try {
    const plain = decodeURIComponent(text);
    return /\s/u.test(plain) ? text : plain;
  } catch {
    return text;
  }
}

/** Takes off closing punctuation and brackets that were not opened inside. */
export function withoutCloser(text: string): string {
  let end = text.length;
  for (; end > 0; end--) {
    const last = text.charAt(end - 1);
    const opener = openers[last];
    const inside = text.slice(0, end);
    if (opener ? inside.split(opener).length >= inside.split(last).length : !/[.,;:!?'’”»]/u.test(last)) break;
  }
  return text.slice(0, end);
}

const openers: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
