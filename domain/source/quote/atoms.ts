/**
 * A word, a figure or a sign that counts, with where it stands in its text (UTF-16 units). `glue` says what ties it to
 * the one before: nothing, a hyphen, or a hyphen at which a line may have been broken.
 */
export type Atom = { text: string; from: number; to: number; glue: Glue };
type Glue = "none" | "hyphen" | "break";

/**
 * What counts of a text: words, figures and signs such as % or €. Spaces, quotation marks, dashes, other punctuation,
 * invisible characters do not, and neither do marks of notes ("[12]") where they are left out. Scripts without spaces give
 * one atom a character.
 */
export function atomsOf(text: string, marks: "kept" | "left out" = "kept"): Atom[] {
  const atoms: Atom[] = [];
  let end = -1;
  for (const match of text.matchAll(counting)) {
    if (match[1] !== undefined && marks === "left out") continue;
    const word = plain(match[0]);
    if (word === "") continue;
    const from = match.index;
    const to = from + match[0].length;
    atoms.push({ text: word, from, to, glue: end < 0 || from === end ? "none" : glueIn(text, end, from) });
    end = to;
  }
  return atoms;
}

/** Soft hyphens, zero-width and direction marks, the Arabic stretching sign: they are in words and are none of them. */
const unseen = String.raw`\u{AD}\u{200B}\u{2060}\u{FEFF}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{640}`;
const spaceless = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const counting = new RegExp(
  [
    // Marks of notes, as encyclopedias and papers set them.
    String.raw`(\[\d{1,3}(?:\s?[,\u{2013}-]\s?\d{1,3})*\])`,
    String.raw`[${spaceless}]\p{M}*`,
    String.raw`(?:(?![${spaceless}])[\p{L}\p{M}\p{N}${unseen}]|(?<=\p{N})[.,:·٫٬](?=\p{N})|(?<=[\p{L}\p{M}])['’‘ʼ＇](?=\p{L}))+`,
    // A minus before a figure, not the dash of a range or of a sentence.
    String.raw`(?<![\p{L}\p{N})\]%])[-\u{2013}](?=[\p{N}\p{Sc}])`,
    String.raw`[\u{2212}%‰‱°&§\p{Sc}+<>=≤≥≠≈±×÷]`,
    String.raw`(?<=[\p{L}\p{N}])/(?=[\p{L}\p{N}])`,
  ].join("|"),
  "gu",
);

const unseenSigns = new RegExp(`[${unseen}]`, "gu");

/** One spelling for each word: composed, ligatures opened, one apostrophe. Fractions and raised figures stay what they are. */
function plain(word: string): string {
  if (/^[\x20-\x7e]*$/u.test(word)) return word;
  const bare = word
    .replace(unseenSigns, "")
    .replace(/[’‘ʼ＇]/gu, "'")
    .replace(/[\u2212\u2013]/gu, "-");
  return /[\p{No}\p{Nl}]/u.test(bare) ? bare.normalize("NFC") : bare.normalize("NFKC");
}

function glueIn(text: string, from: number, to: number): Glue {
  if (to - from > 40) return "none";
  const between = text.slice(from, to);
  if (/^[-‐‑–]$/u.test(between)) return "hyphen";
  return /^[-‐‑¬]\s+$/u.test(between) && /^\p{Ll}/u.test(text.slice(to, to + 2)) ? "break" : "none";
}
