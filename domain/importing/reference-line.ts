import { numbersIn } from "./markers/numbers";

/** The numbers that a line of a source list bears, as `Reference` describes them. */
export type LineLabels = { labels: string[]; ownNumber: boolean };

/**
 * Reads the numbers at the head of a line: "[7]", "7." or its place in a numbered list is its own; several, or nested
 * ones ("[[9], [12]]"), are remnants of another numbering; so is a single nested one. A key with a digit ("[Smi04]") is its own, too.
 */
export function labelsOf(line: string, place: number | null): LineLabels {
  const remnants = remnantsOf(line);
  if (remnants) return { labels: remnants, ownNumber: false };
  const own =
    /^\[\s?(\d{1,4})\s?\](?![(\d])/u.exec(line)?.[1] ??
    /^\((\d{1,3})\)\s/u.exec(line)?.[1] ??
    /^(\d{1,3})[.)]\s/u.exec(line)?.[1] ??
    /^\^(\d{1,3})\^?\s/u.exec(line)?.[1] ??
    raised(line) ??
    /^\[((?=[^\]]*\p{L})(?=[^\]]*\d)[\p{L}\p{N}+-]{2,20})\]\s/u.exec(line)?.[1];
  if (own) return { labels: [own], ownNumber: true };
  return place === null ? { labels: [], ownNumber: false } : { labels: [String(place)], ownNumber: true };
}

function remnantsOf(line: string): string[] | null {
  const nested = /^\[(\s*\[[\d\s,;–-]{1,60}\](?:[\s,;]*\[[\d\s,;–-]{1,60}\]){0,50}\s*)\]/u.exec(line)?.[1];
  const row = /^(\[[\d\s,;–-]{1,60}\](?:[\s,;]*\[[\d\s,;–-]{1,60}\]){1,50})/u.exec(line)?.[1];
  const list = /^\[(\d{1,4}\s*[,;–-]\s*[\d\s,;–-]{1,200})\]/u.exec(line)?.[1];
  const written = nested ?? row ?? list;
  return written === undefined
    ? null
    : numbersIn(
        written
          .replace(/[[\]\s]+/gu, " ")
          .trim()
          .replace(/ (?=\d)(?<!, |; )/gu, ", "),
      );
}

function raised(line: string): string | undefined {
  const digits = /^([⁰¹²³⁴-⁹]{1,3})\s?\S/u.exec(line)?.[1];
  return digits?.replace(/./gu, (digit) => String("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)));
}
