/** The ISBNs in a record's field as 13 bare digits (ISO 2108), each with a check digit that holds. */
export function isbnsOf(text: string): string[] {
  const whole = isbnOf(text);
  const found = whole ? [whole] : text.split(/[,;]|\s+(?=97[89])|\s{2,}/u).flatMap(oneOrPieces);
  return [...new Set(found)];
}

/** One ISBN, with or without its prefix, hyphens and spaces, as 13 bare digits; null when its check digit is wrong. */
export function isbnOf(text: string): string | null {
  const digits = text
    .replace(/^\s*(?:e-?)?isbn(?:-?1[03])?:?\s*/iu, "")
    .replace(/[\s‐‑‒–—-]/gu, "")
    .toUpperCase();
  if (/^97[89]\d{10}$/u.test(digits)) return checkDigit13(digits) === digits.charAt(12) ? digits : null;
  if (!/^\d{9}[\dX]$/u.test(digits) || checkDigit10(digits) !== digits.charAt(9)) return null;
  const longer = `978${digits.slice(0, 9)}`;
  return longer + checkDigit13(longer);
}

function oneOrPieces(text: string): string[] {
  const one = isbnOf(text);
  if (one) return [one];
  return text.split(/\s+/u).flatMap((piece) => isbnOf(piece) ?? []);
}

function checkDigit13(digits: string): string {
  let sum = 0;
  for (let at = 0; at < 12; at++) sum += Number(digits.charAt(at)) * (at % 2 === 0 ? 1 : 3);
  return String((10 - (sum % 10)) % 10);
}

function checkDigit10(digits: string): string {
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += Number(digits.charAt(at)) * (10 - at);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? "X" : String(digit);
}
