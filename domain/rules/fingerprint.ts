import type { RuleId } from "./finding";

/** What a finding is recognised by, whatever the ids in the document are. */
export type Traits = {
  rule: RuleId;
  heading: string | null;
  excerpt: string;
  /** The label that a finding about a reference is about, if it is about one. */
  label: string | null;
  /** How many findings with the same traits stand before this one. */
  occurrence: number;
};

/**
 * Sixteen hexadecimal digits (FNV-1a, 64 bits, over UTF-8) that are the same for the same complaint about the same
 * words and change when a word does. Case, spacing and punctuation don't count; a minus or a decimal point does.
 */
export function fingerprintOf({ rule, heading, excerpt, label, occurrence }: Traits): string {
  return fnv1a64([rule, wordsOf(heading ?? ""), wordsOf(excerpt), label ?? "", String(occurrence)].join("\n"));
}

/** The words of a text without case, spacing and punctuation, so that smoothing a text does not make it another. */
export function wordsOf(text: string): string {
  return (text.normalize("NFKC").toLowerCase().match(words) ?? []).join(" ");
}

const words = /[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*|[-−](?=\p{N})|[%‰$€£¥+<>=]/gu;

/** FNV-1a with 64 bits (Fowler, Noll, Vo; RFC 9923) of a text's UTF-8, as 16 hexadecimal digits. */
export function fnv1a64(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  const add = (byte: number) => {
    low = (low ^ byte) >>> 0;
    // The prime is 2^40 + 0x1b3; both halves of the product stay below 2^53, so nothing is rounded.
    const product = low * 0x1b3;
    high = (high * 0x1b3 + Math.floor(product / 0x1_0000_0000) + ((low << 8) >>> 0)) >>> 0;
    low = product >>> 0;
  };
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) add(code);
    else for (const byte of utf8(code)) add(byte);
  }
  return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}

/** The bytes of a code point past ASCII. */
function utf8(code: number): number[] {
  if (code < 0x800) return [0xc0 | (code >> 6), tail(code)];
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(code >> 6), tail(code)];
  return [0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code)];
}

const tail = (code: number): number => 0x80 | (code & 0x3f);
